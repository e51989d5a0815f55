/** Answers in a sentence: "often" and "almost always". */
export function answerWords(labels: readonly string[]): string {
  const quoted = labels.map((label) => `“${label.toLowerCase()}”`);
  const last = quoted.at(-1) ?? "";
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(", ")} and ${last}`;
}
