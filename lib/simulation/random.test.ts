import { describe, expect, it } from "vitest";
import { beta, integerBetween, normal, seededRandom, shuffled, xoshiro128 } from "./random";

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

describe("seeded randomness", () => {
  it("gives the published outputs of xoshiro128** for the state 1, 2, 3, 4", () => {
    expect(draws(10, xoshiro128([1, 2, 3, 4]))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it("repeats for the same seed and label, and differs for others", () => {
    const first = draws(20, seededRandom(1, "names"));
    expect(draws(20, seededRandom(1, "names"))).toEqual(first);
    expect(draws(20, seededRandom(2, "names"))).not.toEqual(first);
    expect(draws(20, seededRandom(1, "answers"))).not.toEqual(first);
  });

  it("draws from the distributions it names", () => {
    const random = seededRandom(7, "moments");
    const z = draws(20_000, () => normal(random));
    expect(mean(z)).toBeCloseTo(0, 1);
    expect(variance(z)).toBeCloseTo(1, 1);
    const b = draws(20_000, () => beta(random, 1.5, 23.5));
    expect(Math.abs(mean(b) - 0.06)).toBeLessThan(0.002);
    // ab/((a+b)²(a+b+1)) = .0021692
    expect(Math.abs(variance(b) - 0.0021692)).toBeLessThan(0.0002);
    const dice = draws(6_000, () => integerBetween(random, 1, 6));
    expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it("shuffles without losing anything, and every item reaches every place", () => {
    const random = seededRandom(3, "shuffle");
    const firsts = draws(600, () => {
      const order = shuffled(random, ["a", "b", "c"]);
      expect([...order].sort()).toEqual(["a", "b", "c"]);
      return order[0];
    });
    for (const letter of ["a", "b", "c"]) {
      expect(firsts.filter((first) => first === letter).length).toBeGreaterThan(150);
    }
  });
});
