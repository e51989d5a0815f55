import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { percentRange, percentWords, wholePoints } from "@/lib/insight/percent";

/** How much belonging matters beside how much of it is found: a motive beside what it meets, never a score. */
export interface BelongingGap {
  /** Share to whom it matters minus share who find it, by the midpoints. */
  readonly difference: number;
  /** Anything smaller in size could be chance: 1.96·√(v₁ + v₂). */
  readonly smallestDetectable: number;
  readonly verdict: "wanted-and-missing" | "no-gap" | "more-than-wanted";
  readonly words: string;
}

/**
 * Need beside fulfilment of one group. The same students answered both, which makes the difference surer than two groups
 * of students would; how much is not known of anonymous answers, so both carry their full doubt.
 */
export function belongingGap(need: GroupBelonging, fulfilment: GroupBelonging): BelongingGap {
  const variance = [need, fulfilment].reduce(
    (sum, { samplingVariance, bandVariance }) => sum + samplingVariance + bandVariance,
    0,
  );
  const difference = need.midpoint - fulfilment.midpoint;
  const smallestDetectable = 1.96 * Math.sqrt(variance);
  const found =
    `Belonging here matters to ${percentWords(percentRange(need.band))}, and ` +
    `${percentWords(percentRange(fulfilment.band))} find it.`;
  if (Math.abs(difference) < smallestDetectable) {
    const words = `${found} A gap of less than ${wholePoints(smallestDetectable)} points could be chance.`;
    return { difference, smallestDetectable, verdict: "no-gap", words };
  }
  const wanted = difference > 0;
  return {
    difference,
    smallestDetectable,
    verdict: wanted ? "wanted-and-missing" : "more-than-wanted",
    words: wanted
      ? `${found} More want to belong than do, and that is unlikely to be chance.`
      : `${found} More find it than say that it matters to them.`,
  };
}
