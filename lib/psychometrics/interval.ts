import { betaQuantile } from "@/lib/psychometrics/beta";

/** A mean with the two ends of its interval, all in the unit of the points. */
export interface Interval {
  readonly mean: number;
  readonly lo: number;
  readonly hi: number;
}

export const DEFAULT_LEVEL = 0.95;

/**
 * Interval of a quantity on [min, max] whose mean and variance are known: the beta with the same two moments.
 * A variance that no distribution on the range can have gives the whole range: the widest honest answer.
 */
export function betaInterval(
  moments: { readonly mean: number; readonly variance: number },
  range: { readonly min: number; readonly max: number },
  level: number = DEFAULT_LEVEL,
): Interval {
  const span = range.max - range.min;
  const centre = (moments.mean - range.min) / span;
  const variance = moments.variance / (span * span);
  const weight = (centre * (1 - centre)) / variance - 1;
  if (!(weight > 0) || !Number.isFinite(weight)) {
    return { mean: moments.mean, lo: range.min, hi: range.max };
  }
  const shapes = [centre * weight, (1 - centre) * weight] as const;
  const tail = (1 - level) / 2;
  return {
    mean: moments.mean,
    lo: range.min + span * betaQuantile(tail, ...shapes),
    hi: range.min + span * betaQuantile(1 - tail, ...shapes),
  };
}

/**
 * Interval for the mean of `values` on a scale with points 1…K: one pseudo-student is added, spread evenly over the
 * points, and a beta on [1, K] matched to the mean and variance (reference/statistics.md, "Interval for a share or
 * mean in a small group"; coverage .926 or better for n of 8 to 30). No values give the pseudo-student alone.
 * Throws a RangeError for K below 2 or a value off the scale.
 */
export function pseudoStudentInterval(
  values: readonly number[],
  points: number,
  level: number = DEFAULT_LEVEL,
): Interval {
  if (!Number.isInteger(points) || points < 2) throw new RangeError("A scale has 2 points or more");
  if (values.some((value) => !(value >= 1 && value <= points))) {
    throw new RangeError(`Every value lies between 1 and ${points}`);
  }
  const scale = Array.from({ length: points }, (_, index) => index + 1);
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const squares = (numbers: readonly number[]): number[] => numbers.map((number) => number ** 2);
  const total = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + number, 0);

  const answers = values.length + 1;
  const centre = (total(values) + mean(scale)) / answers;
  const spread = (total(squares(values)) + mean(squares(scale))) / answers - centre ** 2;
  return betaInterval(
    { mean: centre, variance: spread / (answers + 1) },
    { min: 1, max: points },
    level,
  );
}

/**
 * Interval for a share of `count` in `n`: the same rule with the points 0 and 1, which is Jeffreys' interval,
 * Beta(count + ½, n − count + ½). `count` may be fractional (the midpoint of a band). `designEffect` multiplies the
 * sampling variance (a mean over k correlated items has one below 1) and `extraVariance` is added to it (a band's).
 */
export function shareInterval(
  count: number,
  n: number,
  options: {
    readonly level?: number;
    readonly designEffect?: number;
    readonly extraVariance?: number;
  } = {},
): Interval {
  if (!(n >= 0 && count >= 0 && count <= n)) throw new RangeError("A share needs 0 ≤ count ≤ n");
  const { level = DEFAULT_LEVEL, designEffect = 1, extraVariance = 0 } = options;
  const centre = (count + 0.5) / (n + 1);
  const sampling = (centre * (1 - centre)) / (n + 2);
  const variance = sampling * designEffect + extraVariance;
  return betaInterval({ mean: centre, variance }, { min: 0, max: 1 }, level);
}
