import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bandWords, belongingStep } from "./band-words";

describe("bandWords", () => {
  it("writes the band of 9 to 12 of 20 as whole per cent", () => {
    expect(bandWords(9 / 20, 12 / 20)).toBe("45–60%");
  });

  it("rounds outward", () => {
    expect(bandWords(4 / 11, 7 / 11)).toBe("36–64%");
    expect(bandWords(0, 3 / 17)).toBe("0–18%");
  });

  it("does not widen a whole per cent through binary fractions", () => {
    expect(bandWords(0.29, 0.58)).toBe("29–58%");
  });

  it("never claims a narrower band than it was given", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 10, max: 400 })
          .chain((n) =>
            fc.tuple(
              fc.constant(n),
              fc.integer({ min: 0, max: n }),
              fc.integer({ min: 0, max: n }),
            ),
          ),
        ([n, a, b]) => {
          const lo = Math.min(a, b) / n;
          const hi = Math.max(a, b) / n;
          const numbers = bandWords(lo, hi).match(/\d+/g)?.map(Number) ?? [];
          const first = numbers[0] ?? Number.NaN;
          const last = numbers.at(-1) ?? Number.NaN;
          expect(first / 100).toBeLessThanOrEqual(lo + 1e-9);
          expect(last / 100).toBeGreaterThanOrEqual(hi - 1e-9);
        },
      ),
    );
  });
});

describe("belongingStep", () => {
  it("goes from 1 to 5 with the middle of the band", () => {
    expect(belongingStep(0, 0.3)).toBe(1);
    expect(belongingStep(0.25, 0.45)).toBe(2);
    expect(belongingStep(0.4, 0.6)).toBe(3);
    expect(belongingStep(0.6, 0.8)).toBe(4);
    expect(belongingStep(0.7, 1)).toBe(5);
  });
});
