import { falseDiscoverySet } from "@/lib/psychometrics/false-discovery";
import { lowCut, probabilityLow } from "@/lib/psychometrics/low-belonging";
import { type ClassMean, shrinkClassMeans } from "@/lib/psychometrics/shrinkage";

/** A class's figure as released: between `lo` and `hi`, from `n` answers. */
export interface ClassBand {
  readonly n: number;
  readonly lo: number;
  readonly hi: number;
}

/**
 * What the bands count. `count`: favourable answers of n, whole numbers. `share`: of answers that are favourable, 0 to
 * 1. `score`: mean of a scale, whose σ, the standard deviation of a student's score within a class, must be known.
 */
export type BandUnit =
  { readonly kind: "count" | "share" } | { readonly kind: "score"; readonly sigma: number };

export interface LowClass {
  /** Posterior mean and SD after shrinkage: a share for counts and shares, a score for scores. */
  readonly mean: number;
  readonly sd: number;
  readonly pLow: number;
  readonly tier: "none" | "watch" | "act";
}

export type LowClasses =
  | {
      readonly ok: true;
      readonly mu: number;
      readonly tau: number;
      readonly cut: number;
      /** In the order of the input: there is no ranking. */
      readonly classes: readonly LowClass[];
    }
  | { readonly ok: false; readonly code: "too-few-classes" | "no-differences" };

const WATCH_PROBABILITY = 0.5;
const TERM_ACT_PROBABILITY = 0.8;

/**
 * How likely each class is to lie among the lowest tenth, from released bands (reference/statistics.md): midpoint with
 * σ²/n plus the band's variance width²/12 as its error, empirical-Bayes shrinkage, P_low against μ − 1.2816τ. Watch:
 * P_low ≥ .5 inside the Bayesian false-discovery set; act: P_low ≥ .8, only where the bands pool a term's waves.
 *
 * σ² of counts and shares is p(1 − p), pooled over classes as MSW is. A band of counts lo…hi holds hi − lo + 1 values,
 * which is its width. Fewer than 20 classes, or τ̂² = 0, is a stated result: no class is told apart.
 */
export function lowClasses(
  bands: readonly ClassBand[],
  unit: BandUnit,
  termPooled: boolean,
): LowClasses {
  const middles = bands.map((band) => middleOf(band, unit));
  const sigmaSquared = unit.kind === "score" ? unit.sigma ** 2 : pooledVariance(bands, middles);
  // Where all answers are alike no class differs, and without any error there is nothing to weigh.
  if (sigmaSquared === 0) return { ok: false, code: "no-differences" };
  const shrinkage = shrinkClassMeans(
    bands.map((band, at): ClassMean => ({
      mean: middles[at] ?? 0,
      variance: sigmaSquared / band.n + widthOf(band, unit) ** 2 / 12,
    })),
  );
  if (!shrinkage.ok) return { ok: false, code: shrinkage.code };
  const { mu, tau } = shrinkage;
  const cut = lowCut(mu, tau);
  const probabilities = shrinkage.classes.map((shrunken) => probabilityLow(shrunken, cut));
  const discovered = falseDiscoverySet(probabilities);
  const classes = shrinkage.classes.map(({ mean, sd }, at): LowClass => {
    const pLow = probabilities[at] ?? 0;
    const watch = pLow >= WATCH_PROBABILITY && discovered[at] === true;
    const act = termPooled && pLow >= TERM_ACT_PROBABILITY;
    return { mean, sd, pLow, tier: act ? "act" : watch ? "watch" : "none" };
  });
  return { ok: true, mu, tau, cut, classes };
}

function middleOf({ n, lo, hi }: ClassBand, { kind }: BandUnit): number {
  return (lo + hi) / 2 / (kind === "count" ? n : 1);
}

function widthOf({ n, lo, hi }: ClassBand, { kind }: BandUnit): number {
  return kind === "count" ? (hi - lo + 1) / n : hi - lo;
}

function pooledVariance(bands: readonly ClassBand[], middles: readonly number[]): number {
  let [squares, answers] = [0, 0];
  for (const [at, { n }] of bands.entries()) {
    const p = middles[at] ?? 0;
    squares += n * p * (1 - p);
    answers += n;
  }
  return answers === 0 ? 0 : squares / answers;
}
