/** A band of shares, 0 to 1. */
interface ShareBand {
  readonly lo: number;
  readonly hi: number;
}

/** A third and two thirds, less the dust of divisions. */
const THIRD = 1 / 3;

/**
 * A band in a word or two, to be read before "of the answers". Each is true wherever in the band the true share lies:
 * a band that reaches over too much is said to do so.
 */
export function bandWord({ lo, hi }: ShareBand): string {
  if (lo >= 0.85) return "nearly all";
  if (lo >= 2 * THIRD) return "most";
  if (lo > 0.5) return "more than half";
  if (hi <= 0.15) return "hardly any";
  if (hi <= THIRD) return "few";
  if (hi < 0.5) return "fewer than half";
  if (lo >= 0.35 && hi <= 0.65) return "about half";
  if (lo >= 0.4) return "about half or more";
  if (hi <= 0.6) return "about half or fewer";
  return "somewhere in the middle";
}
