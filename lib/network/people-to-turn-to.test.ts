import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { densityOf, peopleFigure, poolPeople } from "@/lib/network/people-to-turn-to";

const band = (count: number, wide: number) => ({ lo: Math.max(0, count - wide), hi: count + wide });

describe("people to turn to, from bands", () => {
  it("holds the truth, and both ends are reached by counts that fit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 6 }),
        (people, wide) => {
          const n = people.length;
          const count = (from: number, to: number) =>
            people.filter((of) => of >= from && of <= to).length;
          const bands = {
            n,
            none: band(count(0, 0), wide),
            few: band(count(1, 2), wide),
            many: band(count(3, 4), wide),
          };
          const figure = peopleFigure(bands);
          const mean = people.reduce((sum, of) => sum + of, 0) / n;
          expect(figure.mean.lo).toBeLessThanOrEqual(mean + 1e-9);
          expect(figure.mean.hi).toBeGreaterThanOrEqual(mean - 1e-9);
          // Counted out: the least and the most of all counts that fit.
          let [least, most] = [Infinity, -Infinity];
          for (let none = bands.none.lo; none <= Math.min(n, bands.none.hi); none++) {
            for (let many = bands.many.lo; many <= Math.min(n, bands.many.hi); many++) {
              const few = n - none - many;
              if (few < bands.few.lo || few > bands.few.hi) continue;
              least = Math.min(least, few + 3 * many);
              most = Math.max(most, 2 * few + 4 * many);
            }
          }
          expect(figure.mean.lo).toBeCloseTo(least / n, 9);
          expect(figure.mean.hi).toBeCloseTo(most / n, 9);
        },
      ),
    );
  });

  it("is refused where nothing fits", () => {
    const none = { lo: 0, hi: 3 };
    expect(() => peopleFigure({ n: 40, none, few: none, many: none })).toThrow(RangeError);
    expect(() => peopleFigure({ n: 0, none, few: none, many: none })).toThrow(RangeError);
  });

  it("is pooled by its mean; no pulse is nothing", () => {
    const one = peopleFigure({
      n: 40,
      none: { lo: 4, hi: 7 },
      few: { lo: 8, hi: 12 },
      many: { lo: 20, hi: 28 },
    });
    expect(poolPeople([])).toBeUndefined();
    expect(poolPeople([one, one])).toEqual(one);
  });

  it("has a density of those who are there", () => {
    expect(densityOf({ lo: 1.5, hi: 3 }, 25)).toEqual({ lo: 0.0625, hi: 0.125 });
    expect(densityOf({ lo: 2, hi: 4 }, 3)).toEqual({ lo: 1, hi: 1 });
    expect(densityOf({ lo: 2, hi: 4 }, 1)).toBeNull();
  });
});
