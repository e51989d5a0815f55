import { FOUND_OUTCOMES, type FlagOutcome, type FoundOutcome } from "@/lib/flags/outcome";
import { shareInterval } from "@/lib/psychometrics/interval";

/** Under so many looked-into flags nothing is said about their share. */
export const FEWEST_TO_SAY = 10;

/** How closed flags turned out. */
export interface Usefulness {
  readonly counts: Readonly<Record<FoundOutcome, number>>;
  /** Flags that somebody looked into and closed: the sum of the counts. */
  readonly lookedInto: number;
  /** Closed by a later pulse, or after six weeks, and flags from before outcomes were asked: nobody said. */
  readonly unsaid: number;
  /** 95% interval of the share that helped, 0 to 1; null when too few were looked into. */
  readonly helped: { readonly lo: number; readonly hi: number } | null;
}

/**
 * What became of closed flags. The interval is Jeffreys' (lib/psychometrics/interval.ts): it says how far the share
 * among many more flags like these could lie from the one counted.
 */
export function usefulnessOf(outcomes: readonly (FlagOutcome | null)[]): Usefulness {
  const counts: Record<FoundOutcome, number> = {
    helped: 0,
    explained: 0,
    nothing: 0,
    "wrong-data": 0,
  };
  let lookedInto = 0;
  for (const outcome of outcomes) {
    const found = FOUND_OUTCOMES.find((each) => each === outcome);
    if (found === undefined) continue;
    counts[found] += 1;
    lookedInto += 1;
  }
  const { lo, hi } = shareInterval(counts.helped, lookedInto);
  return {
    counts,
    lookedInto,
    unsaid: outcomes.length - lookedInto,
    helped: lookedInto < FEWEST_TO_SAY ? null : { lo, hi },
  };
}

/** "between 12 and 58 in 100": ends rounded outwards, so that it never claims more than was counted. */
export function inHundredWords({ lo, hi }: { readonly lo: number; readonly hi: number }): string {
  const from = Math.max(0, Math.floor(lo * 100 + 1e-9));
  const to = Math.min(100, Math.ceil(hi * 100 - 1e-9));
  return `between ${String(from)} and ${String(to)} in 100`;
}
