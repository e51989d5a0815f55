/** A class's observed mean with the variance of its error: σ²/n, plus the variance of the band it was read from. */
export interface ClassMean {
  readonly mean: number;
  readonly variance: number;
}

/** What is known of a class after borrowing from the others: `lambda` is the weight of the class's own figure. */
export interface ShrunkenMean {
  readonly mean: number;
  readonly sd: number;
  readonly lambda: number;
}

export type Shrinkage =
  | {
      readonly ok: true;
      /** Mean of the classes, each weighted by its reliability. */
      readonly mu: number;
      /** Standard deviation of true class means. */
      readonly tau: number;
      /** In the order of the input. */
      readonly classes: readonly ShrunkenMean[];
    }
  | { readonly ok: false; readonly code: "too-few-classes"; readonly classCount: number }
  | { readonly ok: false; readonly code: "no-differences"; readonly classCount: number };

/** Below this many classes τ² is too poorly known to tell classes apart (reference/statistics.md). */
export const MINIMUM_CLASSES = 20;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * τ̂², the variance of true class means, by the method of moments of DerSimonian & Laird (1986), never below 0.
 * Where every variance is MSW/nᵢ it equals the analysis-of-variance estimate (MSB − MSW)/n₀ exactly.
 */
export function betweenClassVariance(classes: readonly ClassMean[]): number {
  const weights = classes.map(({ variance }) => 1 / variance);
  const total = sum(weights);
  const centre = sum(classes.map(({ mean, variance }) => mean / variance)) / total;
  const q = sum(classes.map(({ mean, variance }) => (mean - centre) ** 2 / variance));
  const scale = total - sum(weights.map((weight) => weight ** 2)) / total;
  return Math.max(0, (q - (classes.length - 1)) / scale);
}

/**
 * Empirical-Bayes class means: λᵢ = τ²/(τ² + vᵢ), posterior mean μ + λᵢ(ȳᵢ − μ), posterior variance τ²(1 − λᵢ), with μ
 * the λ-weighted mean (reference/statistics.md). Fewer than 20 classes, or τ̂² = 0, is a result of its own: the data
 * show no differences between classes, and none may be drawn. Throws a RangeError for a variance that is not positive.
 */
export function shrinkClassMeans(classes: readonly ClassMean[]): Shrinkage {
  const classCount = classes.length;
  for (const { mean, variance } of classes) {
    if (!(Number.isFinite(mean) && variance > 0 && Number.isFinite(variance))) {
      throw new RangeError("Every class needs a finite mean and a positive, finite variance");
    }
  }
  if (classCount < MINIMUM_CLASSES) return { ok: false, code: "too-few-classes", classCount };
  const tauSquared = betweenClassVariance(classes);
  if (tauSquared === 0) return { ok: false, code: "no-differences", classCount };

  const lambdas = classes.map(({ variance }) => tauSquared / (tauSquared + variance));
  const weighted = classes.map(
    ({ mean, variance }) => (mean * tauSquared) / (tauSquared + variance),
  );
  const mu = sum(weighted) / sum(lambdas);
  return {
    ok: true,
    mu,
    tau: Math.sqrt(tauSquared),
    classes: classes.map(({ mean, variance }) => {
      const lambda = tauSquared / (tauSquared + variance);
      return { mean: mu + lambda * (mean - mu), sd: Math.sqrt(tauSquared * (1 - lambda)), lambda };
    }),
  };
}
