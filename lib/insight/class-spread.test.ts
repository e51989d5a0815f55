import { describe, expect, it } from "vitest";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { classSpread } from "@/lib/insight/class-spread";
import { betweenClassVariance } from "@/lib/psychometrics/shrinkage";

function figure(midpoint: number, n = 20, bandVariance = 0.001): GroupBelonging {
  const range = { lo: midpoint, hi: midpoint };
  return {
    ...{ n, itemCount: 5, allAsked: true, midpoint, band: range, interval: range },
    ...{ samplingVariance: (midpoint * (1 - midpoint) * 0.52) / n, bandVariance },
  };
}
const classes = [0.3, 0.5, 0.55, 0.6, 0.62, 0.7, 0.75, 0.8, 0.9, 0.45].map((p, at) =>
  figure(p, 15 + at),
);

describe("how much classes differ within cohorts", () => {
  it("of one cohort is the estimate by moments", () => {
    const answers = classes.reduce((sum, { n }) => sum + n, 0);
    const student = classes.reduce((sum, { n, midpoint: p }) => sum + n * p * (1 - p), 0) / answers;
    const means = classes.map(({ midpoint, n, bandVariance }) => ({
      mean: midpoint,
      variance: (student * 0.52) / n + bandVariance,
    }));
    expect(classSpread([classes])).toBeCloseTo(betweenClassVariance(means), 12);
  });

  it("does not count what lies between the cohorts", () => {
    const even = (at: number) => Array.from({ length: 6 }, () => figure(at));
    expect(classSpread([even(0.3), even(0.7)])).toBe(0);
    expect(classSpread([[...even(0.3), ...even(0.7)]])).toBeGreaterThan(0.02);
  });

  it("is not known of a few classes", () => {
    expect(classSpread([classes.slice(0, 5), classes.slice(5, 9)])).toBeNull();
    expect(classSpread([])).toBeNull();
    expect(classSpread([classes, [], classes.slice(0, 1)])).toBeCloseTo(
      classSpread([classes]) ?? -1,
      3,
    );
  });
});
