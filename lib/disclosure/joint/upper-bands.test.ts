import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PartRange, upperBand } from "@/lib/disclosure/joint/upper-bands";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";

/** A part of at most 12: its range, which of its counts answers can give, and the true one. */
const part = fc
  .record({
    size: fc.integer({ min: 1, max: 12 }),
    ends: fc.tuple(fc.nat(12), fc.nat(12)),
    rigid: fc.boolean(),
    holes: fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
    at: fc.nat(),
  })
  .map(({ size, ends: [a, b], rigid, holes, at }) => {
    const [lo, hi] = [Math.min(a, b, size), Math.min(size, Math.max(a, b))];
    const all = Array.from({ length: hi - lo + 1 }, (_, index) => lo + index);
    const reached = all.filter((count) => !rigid || count === lo || holes[count]);
    return { size, range: { lo, hi }, rigid, reached, count: reached[at % reached.length] ?? lo };
  });

function district(parts: readonly { size: number; range: PartRange["range"]; rigid: boolean }[]) {
  const n = parts.reduce((sum, { size }) => sum + size, 0);
  return { id: "district:D", n, shown: true, parts };
}

describe("upperBand", () => {
  it("rules out no count that a part could have had, even when some parts' counts have gaps", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        const group = district(parts);
        fc.pre(group.n >= FLOOR_POLICY.k);
        const count = parts.reduce((sum, each) => sum + each.count, 0);
        const { band } = upperBand(group, count, FLOOR_POLICY);
        if (band === null) throw new Error("a shown group without a band");
        expect(count).toBeGreaterThanOrEqual(band.lo);
        expect(count).toBeLessThanOrEqual(band.hi);
        for (const [index, { reached }] of parts.entries()) {
          const others = sums(parts.filter((_, other) => other !== index).map((o) => o.reached));
          for (const own of reached) {
            const fits = others.some((rest) => own + rest >= band.lo && own + rest <= band.hi);
            expect(fits, `part ${index} at ${own}`).toBe(true);
          }
        }
      }),
    );
  });

  it("tells of a district of many small, unpublished schools more than their sizes", () => {
    const schools = Array.from({ length: 40 }, () => ({
      size: 8,
      range: { lo: 0, hi: 8 },
      rigid: false,
    }));
    const { band } = upperBand(district(schools), 160, FLOOR_POLICY);
    expect(band).toEqual({ lo: 157, hi: 160 });
  });

  it("of schools with demographics tells what their own figures tell, and no more", () => {
    const schools = [
      { size: 100, range: { lo: 40, hi: 55 }, rigid: true },
      { size: 100, range: { lo: 60, hi: 71 }, rigid: true },
    ];
    const { band } = upperBand(district(schools), 110, FLOOR_POLICY);
    expect(band?.lo).toBeLessThanOrEqual(100);
    expect(band?.hi).toBeGreaterThanOrEqual(126);
  });

  it("keeps its distance from nobody and everybody too: a district near 0 would say so of each school", () => {
    const schools = [
      { size: 50, range: { lo: 0, hi: 30 }, rigid: false },
      { size: 50, range: { lo: 0, hi: 30 }, rigid: false },
    ];
    const { band } = upperBand(district(schools), 2, FLOOR_POLICY);
    expect(band?.hi).toBeGreaterThanOrEqual(30);
  });
});

function sums(of: readonly (readonly number[])[]): number[] {
  return of.reduce<number[]>(
    (found, counts) => [...new Set(found.flatMap((sum) => counts.map((count) => sum + count)))],
    [0],
  );
}
