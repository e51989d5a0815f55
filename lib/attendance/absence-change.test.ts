import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { absenceChange } from "./absence-change";

/** z of the rule for a given variance: statistics.md, "Rising absence" step 4. */
function zOf(observed: number, expected: number, variance: number): number {
  return (
    (observed ** (2 / 3) - expected ** (2 / 3)) /
    ((2 / 3) * expected ** (-1 / 3) * Math.sqrt(variance))
  );
}

describe("absenceChange", () => {
  it("reaches to what was expected exactly where z is 1.96", () => {
    const z = zOf(40, 24, 60);
    const scale = z / 1.96;
    const change = absenceChange({ observed: 40, expected: 24, z: z / scale, phi: 1.4 })!;
    expect(change.ratio).toBeCloseTo(40 / 24, 10);
    expect(change.from).toBeCloseTo(1, 10);
  });

  it("holds the ratio, and is wider the more the variance", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        fc.double({ min: 1, max: 4, noNaN: true }),
        (observed, expected, phi) => {
          const at = (variance: number) =>
            absenceChange({ observed, expected, z: zOf(observed, expected, variance), phi })!;
          const [narrow, wide] = [at(phi * expected), at(3 * phi * expected)];
          if (narrow.from === null || narrow.to === null) return;
          expect(narrow.from).toBeLessThanOrEqual(narrow.ratio + 1e-9);
          expect(narrow.to).toBeGreaterThanOrEqual(narrow.ratio - 1e-9);
          expect(wide.to!).toBeGreaterThan(narrow.to);
          expect(wide.from!).toBeLessThanOrEqual(narrow.from);
        },
      ),
    );
  });

  it("has an interval where both counts are the same, and none where nothing was to be expected", () => {
    const same = absenceChange({ observed: 27, expected: 27, z: 0, phi: 1.5 })!;
    expect(same.ratio).toBe(1);
    expect(same.from).toBeLessThan(1);
    expect(same.to).toBeGreaterThan(1);
    expect(absenceChange({ observed: 3, expected: 0, z: 0, phi: 1 })).toBeNull();
  });
});
