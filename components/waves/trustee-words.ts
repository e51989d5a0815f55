/** How many trustees have taken their part, in a sentence. */
export function takenWords(taken: number): string {
  switch (taken) {
    case 0:
      return "None of the three trustees has taken their part of its key.";
    case 1:
      return "One of the three trustees has taken their part of its key.";
    case 2:
      return "Two of the three trustees have taken their parts of its key.";
    default:
      return "All three trustees have taken their parts of its key.";
  }
}

/** How many of the two trustees that are needed have confirmed. */
export function confirmedWords(confirmed: number): string {
  return confirmed === 1
    ? "1 of 2 trustees has confirmed"
    : `${String(confirmed)} of 2 trustees have confirmed`;
}
