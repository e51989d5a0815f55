const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
/** Below this |x| the series is shorter and exact; above it the continued fraction keeps relative accuracy. */
const SERIES_LIMIT = 2.5;
const FRACTION_TERMS = 200;

/** Density of the standard normal distribution at `x`. */
function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / SQRT_TWO_PI;
}

/** Φ(x) − ½ = φ(x)·(x + x³/3 + x⁵/(3·5) + …), Marsaglia (2004), J. Stat. Software 11(4). */
function centralArea(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * Number.EPSILON; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return sum * normalDensity(x);
}

/** 1 − Φ(x) for x > 0 by Laplace's fraction φ(x)/(x + 1/(x + 2/(x + …))), Abramowitz & Stegun 26.2.14. */
function upperTail(x: number): number {
  let denominator = x;
  for (let term = FRACTION_TERMS; term >= 1; term -= 1) denominator = x + term / denominator;
  return normalDensity(x) / denominator;
}

/**
 * Standard normal distribution function Φ(x): relative error below 1e-12 in both tails.
 * `NaN` in gives `NaN` out; infinities give 0 and 1.
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x === Infinity) return 1;
  if (x === -Infinity) return 0;
  if (Math.abs(x) <= SERIES_LIMIT) return 0.5 + centralArea(x);
  return x > 0 ? 1 - upperTail(x) : upperTail(-x);
}

/** Rough quantile for p ≤ ½, |error| < 4.5e-4: Abramowitz & Stegun 26.2.23. */
function roughLowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  const denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return numerator / denominator - t;
}

/**
 * Inverse of `normalCdf` for 0 < p < 1: a rough start (A&S 26.2.23) and three steps of Halley's method, which
 * triples the correct digits each time. Throws a RangeError outside (0, 1).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability strictly between 0 and 1, not ${p}`);
  if (p === 0.5) return 0;
  // The upper half is mirrored: 1 − p is exact there, and the lower tail keeps its relative accuracy.
  if (p > 0.5) return -normalQuantile(1 - p);
  let x = roughLowerQuantile(p);
  for (let step = 0; step < 3; step += 1) {
    const newton = (normalCdf(x) - p) / normalDensity(x);
    x -= newton / (1 + (x * newton) / 2);
  }
  return x;
}
