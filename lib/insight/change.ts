import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { wholePoints } from "@/lib/insight/percent";
import type { Comparison } from "@/lib/waves/compare";

/** Two-sided 5% point of the normal distribution, as reference/statistics.md rounds it. */
const TWO_SIDED_95 = 1.96;

export type Change =
  | {
      readonly ok: true;
      /** Midpoint now minus midpoint before, as a share. */
      readonly difference: number;
      /** Anything smaller in size could be chance: 1.96·√(v₁ + v₂), as a share. */
      readonly smallestDetectable: number;
      readonly verdict: "about-the-same" | "higher" | "lower";
      readonly words: string;
    }
  | NotComparable;

/** In the place of a comparison: the rules of `compareClass` forbid it, or the waves asked different things. */
export interface NotComparable {
  readonly ok: false;
  readonly code: "not-comparable";
  readonly reason: string;
}

function variance({ samplingVariance, bandVariance }: GroupBelonging): number {
  return samplingVariance + bandVariance;
}

/**
 * Change of a group's belonging between two waves with the same items. Anonymous waves cannot be paired, so both carry
 * their full doubt (reference/statistics.md); where the same students answered twice this is cautious.
 */
export function changeSince(
  now: GroupBelonging,
  before: GroupBelonging,
  comparison: Comparison,
): Change {
  if (!comparison.comparable)
    return { ok: false, code: "not-comparable", reason: comparison.reason };
  if (now.itemCount !== before.itemCount) {
    const reason = "the two pulses did not ask the same questions";
    return { ok: false, code: "not-comparable", reason };
  }
  const difference = now.midpoint - before.midpoint;
  const smallestDetectable = TWO_SIDED_95 * Math.sqrt(variance(now) + variance(before));
  const points = wholePoints(smallestDetectable);
  if (Math.abs(difference) < smallestDetectable) {
    const words = `About the same as last time: a change of less than ${points} points could be chance.`;
    return { ok: true, difference, smallestDetectable, verdict: "about-the-same", words };
  }
  const verdict = difference > 0 ? "higher" : "lower";
  const start = verdict === "higher" ? "Higher" : "Lower";
  const words = `${start} than last time, and unlikely to be chance: the change is more than ${Math.floor(smallestDetectable * 100)} points.`;
  return { ok: true, difference, smallestDetectable, verdict, words };
}
