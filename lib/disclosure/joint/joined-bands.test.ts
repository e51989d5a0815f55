import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { legalBands } from "@/lib/disclosure/band-count";
import { joinedBands } from "@/lib/disclosure/joint/joined-bands";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";

const bands = (n: number, lo: number, hi: number, reach = 4) =>
  joinedBands(n, { lo, hi }, reach, FLOOR_POLICY);

describe("joinedBands", () => {
  it("leaves the policy's own bands where nothing is implied", () => {
    expect(bands(24, 0, 24)).toEqual(legalBands(24, FLOOR_POLICY));
  });

  it("joins bands at the ends of what is implied, and drops those beyond", () => {
    // Of 100 the bands run … 17–20, 21–24, 25–28, … 41–44, 45–48 … Implied 22 to 46.
    expect(bands(100, 22, 46).map(({ lo, hi }) => [lo, hi])).toEqual([
      [21, 28],
      [29, 32],
      [33, 36],
      [37, 40],
      [41, 48],
    ]);
  });

  it("says nothing at all where two classes leave no room for it", () => {
    expect(bands(20, 7, 13)).toEqual([{ lo: 4, hi: 16 }]);
    expect(bands(20, 3, 3)).toEqual([{ lo: 0, hi: 3 }]);
  });

  it("covers what is implied without gap or overlap, and reaches beyond each end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 200 }),
        fc.nat({ max: 200 }),
        fc.nat({ max: 200 }),
        fc.integer({ min: 4, max: 12 }),
        (n, a, b, reach) => {
          const [lo, hi] = [Math.min(a, b, n), Math.min(Math.max(a, b), n)];
          const division = bands(n, lo, hi, reach);
          division.forEach((band, index) => {
            if (index > 0) expect(band.lo).toBe((division[index - 1]?.hi ?? 0) + 1);
          });
          const [first, last] = [division[0], division.at(-1)];
          expect(first?.lo).toBeLessThanOrEqual(lo);
          expect(last?.hi).toBeGreaterThanOrEqual(hi);
          if (division.length === 1) return;
          if (lo > 0) expect(first?.hi).toBeGreaterThanOrEqual(lo + reach);
          if (hi < n) expect(last?.lo).toBeLessThanOrEqual(hi - reach);
        },
      ),
    );
  });
});
