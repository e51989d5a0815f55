/** A range of whole percentages, rounded outwards: it never claims more than the shares it came from. */
export interface PercentRange {
  readonly lo: number;
  readonly hi: number;
}

/** Sums of shares carry dust in the last digits; without this, 70.00000000000001 would be shown as 71. */
const DUST = 1e-9;

/** Shares (0 to 1) as whole percentages, the lower rounded down and the upper up. */
export function percentRange(share: { readonly lo: number; readonly hi: number }): PercentRange {
  return {
    lo: Math.max(0, Math.floor(share.lo * 100 + DUST)),
    hi: Math.min(100, Math.ceil(share.hi * 100 - DUST)),
  };
}

/** "55% to 73%"; a range of one value is that value. */
export function percentWords({ lo, hi }: PercentRange): string {
  return lo === hi ? `${lo}%` : `${lo}% to ${hi}%`;
}

/** A half-width in whole percentage points, rounded up: doubt is never rounded away. */
export function wholePoints(share: number): number {
  return Math.ceil(share * 100 - DUST);
}

/** Respondents as shown on pages: in blocks of 5 (reference/disclosure-control.md, "Policy"). */
export function respondentWords(n: number, block = 5): string {
  const from = Math.floor(n / block) * block;
  return `${from} to ${from + block - 1}`;
}
