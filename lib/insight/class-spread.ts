import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { itemMeanEffect } from "@/lib/insight/class-belonging";

/** With fewer degrees of freedom what the classes show of their differences is mostly chance itself. */
const LEAST_FREEDOM = 8;

/**
 * How much the classes of one cohort differ among themselves: the variance of true class figures, by the method of
 * moments (DerSimonian & Laird 1986) within each cohort, put together over the cohorts:
 * τ̂² = (ΣQ − Σ(C − 1))/Σ(Σw − Σw²/Σw), with w the reciprocal of a class's variance by sampling and bands.
 * Never below 0; null where the cohorts have too few classes for an estimate.
 * @param cohorts each with its shown classes, by the same questions in the same wave.
 */
export function classSpread(cohorts: readonly (readonly GroupBelonging[])[]): number | null {
  const freedom = cohorts.reduce((sum, classes) => sum + Math.max(0, classes.length - 1), 0);
  if (freedom < LEAST_FREEDOM) return null;
  const all = cohorts.flat();
  const answers = all.reduce((sum, { n }) => sum + n, 0);
  // Pooled: a class's own p(1 − p) would give most weight to those at the ends.
  const student =
    all.reduce((sum, { n, midpoint }) => sum + n * midpoint * (1 - midpoint), 0) / answers;
  let [excess, scale] = [-freedom, 0];
  for (const classes of cohorts) {
    let [total, squares, mean] = [0, 0, 0];
    const weighed = classes.map(({ n, midpoint, bandVariance, itemCount }) => {
      const weight = 1 / ((student * itemMeanEffect(itemCount)) / n + bandVariance);
      total += weight;
      squares += weight * weight;
      mean += weight * midpoint;
      return { weight, midpoint };
    });
    if (total === 0) continue;
    mean /= total;
    for (const { weight, midpoint } of weighed) excess += weight * (midpoint - mean) ** 2;
    scale += total - squares / total;
  }
  return Math.max(0, excess / scale);
}
