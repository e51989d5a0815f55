import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentRange, percentWords, respondentWords, wholePoints } from "@/lib/insight/percent";

describe("percentRange", () => {
  it("rounds outwards", () => {
    expect(percentRange({ lo: 4 / 18, hi: 9 / 18 })).toEqual({ lo: 22, hi: 50 });
  });

  it("never claims more than the shares, and at most a point less", () => {
    // Counts of respondents: doubles as such are nearly all tiny, and no rounding shows on those.
    const share = fc
      .tuple(fc.integer({ min: 1, max: 600 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([n, part]) => Math.floor(part * (n + 1) * 0.999) / n);
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
        const range = percentRange({ lo, hi });
        expect(range.lo / 100).toBeLessThanOrEqual(lo + 1e-10);
        expect(range.hi / 100).toBeGreaterThanOrEqual(hi - 1e-10);
        expect(hi - lo).toBeGreaterThan((range.hi - range.lo - 2) / 100 - 1e-10);
      }),
    );
  });

  it("is not fooled by the last digit of a sum", () => {
    expect(percentRange({ lo: 0.1 + 0.2, hi: (0.7 + 0.7 + 0.7) / 3 })).toEqual({ lo: 30, hi: 70 });
    expect(percentRange({ lo: 0.29, hi: 0.57 })).toEqual({ lo: 29, hi: 57 });
  });
});

describe("words", () => {
  it("says a range, a half-width rounded up, and respondents in blocks of 5", () => {
    expect(percentWords({ lo: 22, hi: 50 })).toBe("22% to 50%");
    expect(percentWords({ lo: 40, hi: 40 })).toBe("40%");
    expect(wholePoints(0.1201)).toBe(13);
    expect([15, 18, 19, 20].map((n) => respondentWords(n))).toEqual([
      "15 to 19",
      "15 to 19",
      "15 to 19",
      "20 to 24",
    ]);
  });
});
