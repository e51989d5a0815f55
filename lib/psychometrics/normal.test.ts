import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "@/lib/psychometrics/normal";

/** SciPy 1.17 `norm.cdf` and `norm.ppf`. */
const CDF: readonly (readonly [number, number])[] = [
  [-8, 6.22096057427174e-16],
  [-5, 2.866515718791933e-7],
  [-2.6, 0.004661188023718747],
  [-2.5, 0.006209665325776132],
  [-1.96, 0.024997895148220435],
  [-0.3, 0.3820885778110474],
  [0, 0.5],
  [0.7, 0.758036347776927],
  [1.2816, 0.9000084999023248],
  [2.49, 0.9936128452350568],
  [2.51, 0.9939634419195873],
  [3.13, 0.9991259684843684],
  [6, 0.9999999990134123],
];
const QUANTILES: readonly (readonly [number, number])[] = [
  [1e-12, -7.034483825301131],
  [1e-6, -4.753424308822899],
  [0.025, -1.9599639845400545],
  [0.1, -1.2815515655446004],
  [0.3, -0.5244005127080409],
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.9999, 3.719016485455709],
];

describe("normalCdf", () => {
  it.each(CDF)("at %d agrees with SciPy to 1e-12 of itself", (x, expected) => {
    expect(Math.abs(normalCdf(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it("has limits at the infinities and passes NaN on", () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
    expect(normalCdf(Number.NaN)).toBeNaN();
  });

  it("is symmetric and never falls", () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (x) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
        expect(normalCdf(x + 0.01)).toBeGreaterThanOrEqual(normalCdf(x));
      }),
    );
  });
});

describe("normalQuantile", () => {
  it.each(QUANTILES)("at %d agrees with SciPy to 1e-12", (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThan(1e-12);
  });

  it("undoes the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 11);
      }),
    );
  });

  it.each([0, 1, -0.1, Number.NaN])("refuses %d", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
