import { normalCdf } from "@/lib/psychometrics/normal";
import type { ShrunkenMean } from "@/lib/psychometrics/shrinkage";

/** Φ⁻¹(.9) as the reference rounds it: the cut is where a tenth of all true class means lie below. */
const LOWEST_TENTH = 1.2816;

/** The figure below which a class counts as low: μ − 1.2816·τ. */
export function lowCut(mu: number, tau: number): number {
  return mu - LOWEST_TENTH * tau;
}

/** Probability that the class's true figure lies below `cut`: Φ((cut − posterior mean)/posterior SD). */
export function probabilityLow(shrunken: ShrunkenMean, cut: number): number {
  return normalCdf((cut - shrunken.mean) / shrunken.sd);
}
