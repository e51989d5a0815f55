import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeCategories } from "@/lib/disclosure/merge-categories";

const merge = (counts: Record<string, number>) =>
  mergeCategories(new Map(Object.entries(counts)), 10);

describe("mergeCategories", () => {
  it("keeps categories that reach k", () => {
    expect(merge({ F: 24, M: 26 })).toEqual([
      { category: "F", of: ["F"] },
      { category: "M", of: ["M"] },
    ]);
  });

  it("merges the smallest first until all other reaches k", () => {
    expect(merge({ A: 3, B: 4, C: 12, D: 30 })).toEqual([
      { category: "D", of: ["D"] },
      { category: "all other", of: ["A", "B", "C"] },
    ]);
    expect(merge({ A: 6, B: 4, C: 12 })?.map(({ category }) => category)).toEqual([
      "C",
      "all other",
    ]);
  });

  it("counts what the roster does not say as a category", () => {
    expect(merge({ "": 12, F: 20 })?.map(({ category }) => category)).toEqual([
      "F",
      "not recorded",
    ]);
  });

  it("gives up where fewer than two groups are left", () => {
    expect(merge({ F: 30 })).toBeNull();
    expect(merge({ F: 30, M: 4 })).toBeNull();
    expect(merge({ F: 4, M: 4 })).toBeNull();
    expect(merge({})).toBeNull();
  });

  it("puts every category into exactly one group of at least k, whatever the order", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 40 }), { maxKeys: 7 }),
        (counts) => {
          const merged = merge(counts);
          expect(mergeCategories(new Map(Object.entries(counts).reverse()), 10)).toEqual(merged);
          if (merged === null) return;
          const named = Object.entries(counts).map(
            ([name, n]) => [name || "not recorded", n] as const,
          );
          const of = merged.flatMap((group) => group.of);
          expect(new Set(of).size).toBe(of.length);
          expect(new Set(of)).toEqual(new Set(named.map(([name]) => name)));
          for (const group of merged) {
            const n = named.reduce(
              (sum, [name, size]) => sum + (group.of.includes(name) ? size : 0),
              0,
            );
            expect(n).toBeGreaterThanOrEqual(10);
          }
        },
      ),
    );
  });
});
