import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaQuantile } from "@/lib/psychometrics/beta";

/** SciPy 1.17 `beta.cdf(x, a, b)` and `beta.ppf(p, a, b)`. */
const CDF: readonly (readonly [number, number, number, number])[] = [
  [0.3, 0.5, 0.5, 0.36901011956554536],
  [0.9, 17.5, 1.5, 0.291035721675926],
  [0.5, 10, 10, 0.5],
  [0.02, 0.05, 3, 0.8833664338280383],
  [0.999, 80.5, 0.5, 0.6886220523906114],
  [0.4, 400, 600, 0.5017170329937447],
];
const QUANTILES: readonly (readonly [number, number, number, number])[] = [
  [0.025, 8.5, 0.5, 0.7377827512828142],
  [0.975, 8.5, 0.5, 0.9999405096971056],
  [0.025, 0.5, 10.5, 4.7890433157581876e-5],
  [0.5, 3, 7, 0.2862366680227827],
  [0.975, 300.5, 200.5, 0.6422622917467331],
];
const shape = fc.double({ min: 0.2, max: 300, noNaN: true });

describe("betaCdf", () => {
  it.each(CDF)("I(%d; %d, %d) agrees with SciPy to 1e-11", (x, a, b, expected) => {
    expect(Math.abs(betaCdf(x, a, b) - expected)).toBeLessThan(1e-11);
  });

  it("is mirrored: I(x; a, b) = 1 − I(1 − x; b, a)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (x, a, b) => {
        expect(betaCdf(x, a, b) + betaCdf(1 - x, b, a)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("refuses shapes that are not positive", () => {
    expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError);
    expect(() => betaCdf(0.5, 1, Infinity)).toThrow(RangeError);
  });
});

describe("betaQuantile", () => {
  it.each(QUANTILES)(
    "at p = %d of Beta(%d, %d) agrees with SciPy to 1e-10",
    (p, a, b, expected) => {
      expect(Math.abs(betaQuantile(p, a, b) - expected)).toBeLessThan(1e-10);
    },
  );

  it("undoes the distribution function", () => {
    // At shapes near 0 neighbouring doubles beside 1 lie further apart in p than this test asks.
    const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (p, a, b) => {
        expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 6);
      }),
    );
  });

  it("keeps the ends and refuses what is no probability", () => {
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
    expect(() => betaQuantile(1.1, 2, 3)).toThrow(RangeError);
  });
});
