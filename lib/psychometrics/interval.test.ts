import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaInterval, pseudoStudentInterval, shareInterval } from "@/lib/psychometrics/interval";

interface Worked {
  readonly x: readonly number[];
  readonly postmean: number;
  readonly lo: number;
  readonly hi: number;
}
const worked = JSON.parse(
  readFileSync(new URL("./testdata/ci_beta_worked.json", import.meta.url), "utf8"),
) as readonly Worked[];

describe("pseudoStudentInterval", () => {
  it("has worked examples to reproduce", () => {
    expect(worked).toHaveLength(3);
  });

  it.each(worked)("reproduces the worked example $x", ({ x, postmean, lo, hi }) => {
    const interval = pseudoStudentInterval(x, 5);
    expect(Math.abs(interval.mean - postmean)).toBeLessThan(1e-9);
    expect(Math.abs(interval.lo - lo)).toBeLessThan(1e-6);
    expect(Math.abs(interval.hi - hi)).toBeLessThan(1e-6);
  });

  it("stays on the scale and narrows when the same answers come twice", () => {
    const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(answers, (x) => {
        const once = pseudoStudentInterval(x, 5);
        const twice = pseudoStudentInterval([...x, ...x], 5);
        expect(once.lo).toBeGreaterThanOrEqual(1);
        expect(once.hi).toBeLessThanOrEqual(5);
        expect(once.lo).toBeLessThan(once.mean);
        expect(once.hi).toBeGreaterThan(once.mean);
        expect(twice.hi - twice.lo).toBeLessThan(once.hi - once.lo);
      }),
    );
  });

  it("refuses values off the scale", () => {
    expect(() => pseudoStudentInterval([6], 5)).toThrow(RangeError);
    expect(() => pseudoStudentInterval([1], 1)).toThrow(RangeError);
  });
});

describe("shareInterval", () => {
  it("is Jeffreys' interval: 8 of 8 is Beta(8.5, .5) (SciPy)", () => {
    const { lo, hi } = shareInterval(8, 8);
    expect(lo).toBeCloseTo(0.7377827512828142, 9);
    expect(hi).toBeCloseTo(0.9999405096971056, 9);
  });

  it("widens with a band's variance and narrows with a design effect below 1", () => {
    const plain = shareInterval(12, 20);
    const width = (interval: { lo: number; hi: number }): number => interval.hi - interval.lo;
    expect(width(shareInterval(12, 20, { extraVariance: 0.003 }))).toBeGreaterThan(width(plain));
    expect(width(shareInterval(12, 20, { designEffect: 0.5 }))).toBeLessThan(width(plain));
    expect(width(shareInterval(12, 20, { level: 0.8 }))).toBeLessThan(width(plain));
  });

  it("refuses more than everybody", () => {
    expect(() => shareInterval(9, 8)).toThrow(RangeError);
  });
});

describe("betaInterval", () => {
  it("answers with the whole range where no beta has that variance", () => {
    expect(betaInterval({ mean: 0.5, variance: 0.3 }, { min: 0, max: 1 })).toEqual({
      mean: 0.5,
      lo: 0,
      hi: 1,
    });
  });
});
