/*
 * The beta distribution, in our own code: no package of the project has it, and those on the registry bring a whole
 * statistics suite for one function. Everything here is from the NIST Digital Library of Mathematical Functions (DLMF).
 */
const STIRLING_START = 15;
const MAX_FRACTION_TERMS = 1000;
const TINY = 1e-300;

/** ln Γ(x) for x > 0: recurrence up to 15, then Stirling's series (DLMF 5.11.1), relative error about 1e-15. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < STIRLING_START) {
    shift += Math.log(z);
    z += 1;
  }
  const r = 1 / (z * z);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / z;
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/** Continued fraction of the incomplete beta function (DLMF 8.17.22), evaluated by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const guard = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_FRACTION_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const coefficient of [even, odd]) {
      d = 1 / guard(1 + coefficient * d);
      c = guard(1 + coefficient / c);
      change = c * d;
      value *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

function assertShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && Number.isFinite(a) && Number.isFinite(b))) {
    throw new RangeError(`Beta shapes must be positive and finite, not ${a} and ${b}`);
  }
}

/**
 * Regularised incomplete beta function Iₓ(a, b), the distribution function of Beta(a, b) at `x`.
 * Throws a RangeError for shapes that are not positive.
 */
export function betaCdf(x: number, a: number, b: number): number {
  assertShapes(a, b);
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  // The fraction converges fast on one side of the mean only; DLMF 8.17.4 mirrors the other.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/** Quantiles are found to this width relative to themselves; an interval needs four digits. */
const QUANTILE_TOLERANCE = 1e-13;

/**
 * Quantile of Beta(a, b): the x with Iₓ(a, b) = p. Newton's steps inside a bracket that every step narrows, and a
 * bisection where a step would leave it, so that shapes below 1 (where a unanimous class lands) cannot diverge.
 * Throws a RangeError for p outside [0, 1].
 */
export function betaQuantile(p: number, a: number, b: number): number {
  assertShapes(a, b);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability between 0 and 1, not ${p}`);
  if (p === 0 || p === 1) return p;
  const logScale = logGamma(a + b) - logGamma(a) - logGamma(b);
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  while (high - low > QUANTILE_TOLERANCE * high) {
    const excess = betaCdf(x, a, b) - p;
    if (excess < 0) low = x;
    else high = x;
    const density = Math.exp(logScale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    const newton = x - excess / density;
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const next = newton > low && newton < high ? newton : middle;
    if (Math.abs(next - x) <= QUANTILE_TOLERANCE * x) return next;
    x = next;
  }
  return x;
}
