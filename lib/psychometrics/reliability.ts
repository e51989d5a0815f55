import { oneFactorOmega } from "@/lib/psychometrics/omega";
import type { PairwiseMoments } from "@/lib/psychometrics/pairwise-moments";

export interface ItemReliability {
  readonly item: string;
  /** Correlation of the item with the sum of the others. */
  readonly itemRest: number | null;
  readonly alphaIfDropped: number | null;
}

export interface Reliability {
  /** Items asked for. */
  readonly k: number;
  readonly alpha: number | null;
  readonly standardizedAlpha: number | null;
  readonly omega: number | null;
  /** Standard error of measurement of the mean of the k items, in points of the scale. */
  readonly sem: number | null;
  readonly items: readonly ItemReliability[];
  /** Pairs of items with two respondents or more, of k(k − 1)/2. */
  readonly observedPairs: number;
  /** Why a figure is `null`, by its name; for an item `itemRest ACC1`, and `items` where one reason holds for all. */
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * Reliability of a scale from pairwise moments (reference/statistics.md); reversed items must be turned already.
 *
 * alpha = k²·c̄/(k·v̄ + k(k − 1)·c̄), v̄ the mean variance and c̄ the mean covariance of observed pairs; where every pair is
 * observed this is k/(k − 1)·(1 − Σs²ᵢ/s²_T) on the pairwise covariance matrix. Standardised alpha is the same on
 * correlations, omega one-factor minres. SEM = SD·√(1 − alpha), SD of the mean of k items: √(v̄/k + (k − 1)·c̄/k).
 * Item–rest and alpha without the item are from the same moments. A figure that cannot be made is `null` with its reason.
 */
export function reliability(moments: PairwiseMoments, names: readonly string[]): Reliability {
  const all = names.map((_, index) => index);
  const whole = meanMoments(moments, all);
  const refused = refusal(moments, names, whole);
  const reasons: Record<string, string> = {};
  const withReason = (figure: string, value: number | null, reason: string): number | null => {
    if (value === null) reasons[figure] = refused ?? reason;
    return value;
  };
  const usable = refused === null;
  // One reason for all items is said once.
  if (!usable) reasons["items"] = refused;
  const alpha = usable ? alphaOf(whole) : null;
  const constant = constantItems(moments, names);
  const notAll =
    constant.length > 0
      ? `${list(constant)} ${constant.length > 1 ? "do" : "does"} not vary`
      : null;

  const meanCorrelation = usable && notAll === null ? averageCorrelation(moments, all) : null;
  const standardized =
    meanCorrelation === null
      ? null
      : alphaOf({ k: all.length, variance: 1, covariance: meanCorrelation });
  const factor =
    usable && notAll === null
      ? oneFactorOmega((i, j) => moments.correlation(i, j), all.length)
      : null;
  const omegaReason =
    factor === null || factor.ok ? (notAll ?? NO_CORRELATION) : OMEGA_REASONS[factor.code];

  const items = names.map((item, index): ItemReliability => {
    const rest = all.filter((other) => other !== index);
    const itemRest = usable ? itemRestOf(moments, index, rest) : null;
    const dropped = usable && rest.length > 1 ? alphaOf(meanMoments(moments, rest)) : null;
    if (usable && itemRest === null)
      reasons[`itemRest ${item}`] = constant.includes(item)
        ? `${item} does not vary`
        : "the pairs that were answered together do not settle it";
    if (usable && dropped === null)
      reasons[`alphaIfDropped ${item}`] =
        rest.length < 2 ? "one item is left" : "the items that are left do not vary together";
    return { item, itemRest, alphaIfDropped: dropped };
  });
  return {
    k: names.length,
    alpha: withReason("alpha", alpha, "the items do not vary"),
    standardizedAlpha: withReason("standardizedAlpha", standardized, notAll ?? NO_CORRELATION),
    omega: withReason("omega", factor?.ok === true ? factor.omega : null, omegaReason),
    sem: withReason("sem", alpha === null ? null : semOf(whole, alpha), "there is no alpha"),
    items,
    observedPairs: whole.pairs,
    reasons,
  };
}

/**
 * Alpha of some of the items, by their places, from the same moments: without reversed items, say, which share a way of
 * being worded. Null with fewer than two, or where they do not vary.
 */
export function alphaOfItems(moments: PairwiseMoments, items: readonly number[]): number | null {
  const usable = items.every((item) => moments.count(item, item) > 1);
  return items.length < 2 || !usable ? null : alphaOf(meanMoments(moments, items));
}

const NO_CORRELATION = "no pair of items has a correlation";
const OMEGA_REASONS = {
  "not-identified": "one factor needs three items or more that were answered together",
  improper: "one factor does not fit: an item's loading reaches 1",
  "no-convergence": "one factor was not found",
} as const;

interface MeanMoments {
  readonly k: number;
  readonly variance: number;
  readonly covariance: number;
  readonly pairs: number;
}

/** v̄ and c̄ over the observed variances and pairs of some items; c̄ is 0 where no pair was observed. */
function meanMoments(moments: PairwiseMoments, items: readonly number[]): MeanMoments {
  let [variances, covariances, pairs] = [0, 0, 0];
  for (const [at, i] of items.entries()) {
    variances += moments.variance(i) ?? 0;
    for (const j of items.slice(at + 1)) {
      const covariance = moments.covariance(i, j);
      if (covariance === null) continue;
      covariances += covariance;
      pairs += 1;
    }
  }
  const k = items.length;
  return { k, variance: variances / k, covariance: pairs === 0 ? 0 : covariances / pairs, pairs };
}

/**
 * Of the sum of variances: a total below is what rounding leaves of none, where every respondent has the same sum.
 * Sums of whole numbers that differ at all stay a hundred times above it with 100,000 respondents to twenty items.
 */
const NO_VARIANCE = 1e-10;

function alphaOf({ k, variance, covariance }: Omit<MeanMoments, "pairs">): number | null {
  const total = k * variance + k * (k - 1) * covariance;
  return total > NO_VARIANCE * k * variance ? (k * k * covariance) / total : null;
}

function semOf({ k, variance, covariance }: MeanMoments, alpha: number): number | null {
  const ofMean = variance / k + ((k - 1) * covariance) / k;
  // Rounding can leave alpha a hair above 1.
  return Math.sqrt(Math.max(0, ofMean * (1 - alpha)));
}

function itemRestOf(
  moments: PairwiseMoments,
  item: number,
  rest: readonly number[],
): number | null {
  const variance = moments.variance(item) ?? 0;
  const covariances = rest
    .map((other) => moments.covariance(item, other))
    .filter((covariance) => covariance !== null);
  const others = meanMoments(moments, rest);
  const restVariance = rest.length * (others.variance + (rest.length - 1) * others.covariance);
  const least = NO_VARIANCE * rest.length * others.variance;
  if (covariances.length === 0 || variance === 0 || !(restVariance > least)) return null;
  const mean = covariances.reduce((sum, covariance) => sum + covariance, 0) / covariances.length;
  // Where pairs are missing the estimate can leave ±1, and a correlation of 1.1 is no correlation.
  const correlation = (rest.length * mean) / Math.sqrt(variance * restVariance);
  return Math.abs(correlation) <= 1 + 1e-9 ? correlation : null;
}

function averageCorrelation(moments: PairwiseMoments, items: readonly number[]): number | null {
  let [sum, pairs] = [0, 0];
  for (const i of items) {
    for (const j of items) {
      const r = i < j ? moments.correlation(i, j) : null;
      if (r === null) continue;
      sum += r;
      pairs += 1;
    }
  }
  return pairs === 0 ? null : sum / pairs;
}

/** What stands in the way of every figure, or `null`. */
function refusal(
  moments: PairwiseMoments,
  names: readonly string[],
  whole: MeanMoments,
): string | null {
  if (names.length < 2) return "a scale needs two items or more";
  if (names.every((_, index) => moments.count(index, index) < 2))
    return "no item has two answers: there is no spread to measure";
  const few = names.filter((_, index) => moments.count(index, index) < 2);
  if (few.length > 0) {
    const verb = few.length > 1 ? "have" : "has";
    return `${list(few)} ${verb} fewer than two answers; leave out what was not asked`;
  }
  const alone = names.filter((_, i) =>
    names.every((_other, j) => i === j || moments.count(i, j) < 2),
  );
  if (alone.length > 0) return `nobody answered ${list(alone)} together with another item`;
  return whole.variance === 0 ? "no item varies" : null;
}

function constantItems(moments: PairwiseMoments, names: readonly string[]): string[] {
  return names.filter((_, index) => moments.variance(index) === 0);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
