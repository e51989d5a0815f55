import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PrunableGroup } from "@/lib/disclosure/group-tree";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { prune } from "@/lib/disclosure/prune";

const K = FLOOR_POLICY.k;

/** Builds groups from nested sizes: { school: { g7: { a: 12, b: 20 } } }. A group's n is the sum of its leaves. */
type Sizes = { readonly [name: string]: number | Sizes };
function groupsOf(sizes: Sizes, parent: string | null = null): PrunableGroup[] {
  return Object.entries(sizes).flatMap(([id, inside]) => {
    const below = typeof inside === "number" ? [] : groupsOf(inside, id);
    const direct = below.filter((group) => group.parent === id);
    const n = typeof inside === "number" ? inside : direct.reduce((sum, group) => sum + group.n, 0);
    return [
      {
        id,
        level: parent === null ? "school" : "class",
        margin: "class",
        parent,
        n,
        withheld: null,
      },
      ...below,
    ];
  });
}
const hiddenIn = (sizes: Sizes) =>
  Object.fromEntries([...prune(groupsOf(sizes), FLOOR_POLICY)].map(([id, { code }]) => [id, code]));

/** District of up to 3 schools × 2 grades × 3 classes, few enough groups to try every subtraction. */
const size = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 8, max: 35 }));
const named = <T>(prefix: string, inside: fc.Arbitrary<T>, max: number) =>
  fc
    .array(inside, { minLength: 1, maxLength: max })
    .map((all) => all.map((value, i) => [`${prefix}${String(i)}`, value] as const));
const arbitraryTree: fc.Arbitrary<PrunableGroup[]> = named(
  "s",
  named("g", named("c", size, 3), 2),
  2,
).map((schools) => {
  const tree = Object.fromEntries(
    schools.map(([s, grades]) => [
      s,
      Object.fromEntries(
        grades.map(([g, classes]) => [
          `${s}${g}`,
          Object.fromEntries(classes.map(([c, n]) => [`${s}${g}${c}`, n])),
        ]),
      ),
    ]),
  );
  return groupsOf({ d: tree });
});

describe("prune", () => {
  it("hides nothing where every group and every remainder is large", () => {
    expect(hiddenIn({ school: { a: 10, b: 10, c: 24 } })).toEqual({});
  });

  it("hides a group below k, and the class that would give it away", () => {
    expect(hiddenIn({ school: { a: 9, b: 24 } })).toEqual({
      a: "few-respondents",
      b: "close-to-parent",
    });
  });

  it("hides the next smallest sibling while the hidden ones total 1 to 9", () => {
    expect(hiddenIn({ school: { a: 4, b: 3, c: 11, d: 24 } })).toEqual({
      a: "few-respondents",
      b: "few-respondents",
      c: "protects-smaller",
    });
  });

  it("lets two small classes hide each other", () => {
    expect(hiddenIn({ school: { a: 5, b: 5, c: 24 } })).toEqual({
      a: "few-respondents",
      b: "few-respondents",
    });
  });

  it("shows a parent and its only child with the same respondents: nothing is left over", () => {
    expect(hiddenIn({ school: { grade: { class: 15 } } })).toEqual({});
    expect(hiddenIn({ school: { a: 15, nobody: 0 } })).toEqual({ nobody: "few-respondents" });
  });

  it("guards a small grade against school − classes, where the large grade itself is hidden", () => {
    // Looking one level down only: g7 hidden, its classes shown, and 108 − 25 − 25 − 24 − 26 = 8 is grade 8.
    const hidden = hiddenIn({ school: { g7: { a: 25, b: 25, c: 24, d: 26 }, g8: { e: 8 } } });
    expect(hidden).toEqual({
      g8: "few-respondents",
      e: "few-respondents",
      g7: "close-to-parent",
      c: "protects-smaller",
    });
  });

  it("keeps hidden what the plan withheld, and guards it", () => {
    const groups = groupsOf({ school: { a: 12, b: 30, c: 30 } }).map((group) =>
      group.id === "a" ? { ...group, withheld: { code: "few-on-roster" } as const } : group,
    );
    expect([...prune(groups, FLOOR_POLICY)]).toEqual([["a", { code: "few-on-roster" }]]);
  });

  it("leaves 0 or at least k for every sum and difference of shown groups, tried one by one", () => {
    fc.assert(
      fc.property(arbitraryTree, (groups) => {
        const hidden = prune(groups, FLOOR_POLICY);
        const shown = groups.filter((group) => !hidden.has(group.id)).slice(0, 9);
        for (const n of derivable(shown, groups)) expect(n === 0 || n >= K).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("leaves 0 or at least k between shown parent and child, in hidden siblings, and after any union of children", () => {
    fc.assert(
      fc.property(arbitraryTree, (groups) => {
        const hidden = prune(groups, FLOOR_POLICY);
        for (const parent of groups) {
          const children = groups.filter((group) => group.parent === parent.id);
          const shown = children.filter((child) => !hidden.has(child.id));
          const out = children
            .filter((child) => hidden.has(child.id))
            .reduce((sum, { n }) => sum + n, 0);
          if (shown.length > 0) expect(out === 0 || out >= K).toBe(true);
          if (hidden.has(parent.id)) continue;
          for (const union of subsets(shown)) {
            const rest = parent.n - union.reduce((sum, { n }) => sum + n, 0);
            expect(rest === 0 || rest >= K).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is a fixpoint: fed its own result, it hides the same groups", () => {
    fc.assert(
      fc.property(arbitraryTree, (groups) => {
        const once = prune(groups, FLOOR_POLICY);
        const again = groups.map((group) => ({ ...group, withheld: once.get(group.id) ?? null }));
        expect(new Map(prune(again, FLOOR_POLICY))).toEqual(new Map(once));
      }),
    );
  });

  it("does not depend on the order of groups", () => {
    fc.assert(
      fc.property(
        arbitraryTree.chain((groups) =>
          fc.tuple(fc.constant(groups), fc.shuffledSubarray(groups, { minLength: groups.length })),
        ),
        ([groups, shuffled]) => {
          expect(sorted(prune(shuffled, FLOOR_POLICY))).toEqual(
            sorted(prune(groups, FLOOR_POLICY)),
          );
        },
      ),
    );
  });

  it("hides nothing where every class reaches k", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 10, max: 40 }), { minLength: 2, maxLength: 8 }),
        (sizes) => {
          expect(
            hiddenIn({ school: Object.fromEntries(sizes.map((n, i) => [`c${String(i)}`, n])) }),
          ).toEqual({});
        },
      ),
    );
  });

  it("throws on a circle, a missing parent, a repeated id, and parts larger than the whole", () => {
    const group = (id: string, parent: string | null, n = 20): PrunableGroup => ({
      id,
      level: "class",
      margin: "class",
      parent,
      n,
      withheld: null,
    });
    expect(() => prune([group("a", "b"), group("b", "a")], FLOOR_POLICY)).toThrow();
    expect(() => prune([group("a", "z")], FLOOR_POLICY)).toThrow();
    expect(() => prune([group("a", null), group("a", null)], FLOOR_POLICY)).toThrow();
    expect(() => prune([group("a", null, 20), group("b", "a", 21)], FLOOR_POLICY)).toThrow();
    expect(() => prune([group("a", null, -1)], FLOOR_POLICY)).toThrow();
  });
});

const sorted = (map: ReadonlyMap<string, unknown>) =>
  [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1));

function subsets<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>(
    (found, item) => [...found, ...found.map((set) => [...set, item])],
    [[]],
  );
}

/**
 * Sizes of every set of students that adding and subtracting the shown groups can single out: all combinations
 * with coefficients −1, 0 and 1 that count each class either never or once. Knows nothing of how prune works.
 */
function derivable(shown: readonly PrunableGroup[], groups: readonly PrunableGroup[]): Set<number> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const leaves = groups.filter(
    (group) => !groups.some((other) => other.parent === group.id) && group.n > 0,
  );
  const holds = (outer: string, leaf: PrunableGroup): boolean => {
    for (
      let at: PrunableGroup | undefined = leaf;
      at !== undefined;
      at = byId.get(at.parent ?? "")
    ) {
      if (at.id === outer) return true;
    }
    return false;
  };
  let vectors: number[][] = [leaves.map(() => 0)];
  for (const group of shown) {
    const row = leaves.map((leaf) => (holds(group.id, leaf) ? 1 : 0));
    vectors = vectors.flatMap((v) =>
      [-1, 0, 1].map((sign) => v.map((x, i) => x + sign * (row[i] ?? 0))),
    );
  }
  const sizes = vectors
    .filter((v) => v.every((x) => x === 0 || x === 1))
    .map((v) => v.reduce<number>((sum, x, i) => sum + x * (leaves[i]?.n ?? 0), 0));
  return new Set(sizes);
}
