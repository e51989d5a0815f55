import { percentRange } from "@/lib/insight/percent";

/** Five equal steps of the share scale, 1 low to 5 high; each has a colour token `--belonging-N`. */
export type BelongingStep = 1 | 2 | 3 | 4 | 5;

/** The step that holds the middle of a band. Shares are 0–1. */
export function belongingStep(loShare: number, hiShare: number): BelongingStep {
  const middle = (loShare + hiShare) / 2;
  if (middle < 0.2) return 1;
  if (middle < 0.4) return 2;
  if (middle < 0.6) return 3;
  if (middle < 0.8) return 4;
  return 5;
}

/** A band of shares (0–1) as words, rounded outward to whole per cent: "40–60%". */
export function bandWords(loShare: number, hiShare: number): string {
  const { lo, hi } = percentRange({ lo: loShare, hi: hiShare });
  return lo === hi ? `${String(lo)}%` : `${String(lo)}–${String(hi)}%`;
}
