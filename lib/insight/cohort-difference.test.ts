import { describe, expect, it } from "vitest";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { differenceOf } from "@/lib/insight/cohort-difference";

function figure(midpoint: number, sampling: number, bands = 0): GroupBelonging {
  const range = { lo: midpoint, hi: midpoint };
  return {
    ...{ n: 100, itemCount: 5, allAsked: true, midpoint, band: range, interval: range },
    ...{ samplingVariance: sampling, bandVariance: bands },
  };
}
/** So many small classes that which they are does not matter. */
const alone = (belonging: GroupBelonging) => ({ belonging, concentration: 0 });
const shown = (count: number, spread: number | null = null) => ({ count, spread });

describe("the difference of two cohorts", () => {
  it("is about the same while it is smaller than chance could make it", () => {
    // 1.96·√(2·.0005) is .062.
    const [a, b] = [alone(figure(0.66, 0.0005)), alone(figure(0.6, 0.0005))];
    expect(differenceOf(a, b, shown(1))).toMatchObject({
      verdict: "about-the-same",
      words: "About the same",
      interval: "between 1 point lower and 13 points higher",
    });
    expect(differenceOf(b, a, shown(1)).interval).toBe(
      "between 13 points lower and 1 point higher",
    );
  });

  it("beyond that is higher or lower, with both ends rounded outwards", () => {
    const [a, b] = [alone(figure(0.7, 0.0005)), alone(figure(0.6, 0.0005))];
    expect(differenceOf(a, b, shown(1))).toMatchObject({
      verdict: "higher",
      words: "Higher, and unlikely to be chance",
      interval: "3 to 17 points higher",
    });
    expect(differenceOf(b, a, shown(1))).toMatchObject({
      verdict: "lower",
      interval: "3 to 17 points lower",
    });
  });

  it("is judged the more strictly the more are shown together", () => {
    const [a, b] = [alone(figure(0.67, 0.0005)), alone(figure(0.6, 0.0005))];
    expect(differenceOf(a, b, shown(1)).verdict).toBe("higher");
    const five = differenceOf(a, b, shown(5));
    expect(five.verdict).toBe("about-the-same");
    // Two-sided 1% point of the normal distribution.
    expect(five.reach).toBeCloseTo(2.5758 * Math.sqrt(0.001), 5);
    expect(() => differenceOf(a, b, shown(0))).toThrow(RangeError);
  });

  it("carries the doubt of which classes, as the classes show it and at least as assumed", () => {
    const own = { belonging: figure(0.5, 0.0004, 0.0001), concentration: 1 / 10 };
    const other = alone(figure(0.4, 0.0003, 0.0002));
    // .09 of .25·.52, over ten classes; then a spread beyond that.
    for (const [spread, between] of [
      [null, 0.0117],
      [0.001, 0.0117],
      [0.03, 0.03],
    ] as const) {
      const variance = 0.0004 + 0.0001 + between / 10 + 0.0003 + 0.0002;
      const { reach } = differenceOf(own, other, shown(1, spread));
      expect(reach).toBeCloseTo(1.95996 * Math.sqrt(variance), 5);
    }
  });
});
