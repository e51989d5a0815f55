import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkMeasures } from "@/lib/network/network-measures";

const read = (name: string): string =>
  readFileSync(new URL(`./testdata/${name}`, import.meta.url), "utf8");
const reference = JSON.parse(read("reference_sna.json")) as Record<string, Record<string, number>>;

function network(members: number, ties: readonly (readonly [number, number])[], directed = false) {
  const from = ties.map(([a]) => a);
  const to = ties.map(([, b]) => b);
  return networkMeasures({ members, directed, from, to });
}
const near = (found: number | null, expected: number) => {
  expect(Math.abs(found! - expected)).toBeLessThan(1e-6);
};

describe("known networks", () => {
  it("Zachary's karate club has the reference's density and centralisation", () => {
    const ties = read("zachary_edges.csv")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").map((cell) => Number(cell) - 1) as [number, number]);
    const found = network(34, ties);
    near(found.density, reference["zachary"]!["density"]!);
    near(found.degreeCentralization, reference["zachary"]!["degree_centralization_loopsFALSE"]!);
    expect(found).toMatchObject({ ties: 78, reciprocity: null, inDegreeCentralization: null });
  });

  it("a star is wholly central and a ring not at all", () => {
    const others = Array.from({ length: 24 }, (_, i) => i + 1);
    const star = network(
      25,
      others.map((i) => [0, i] as const),
    );
    near(star.density, reference["star25"]!["density"]!);
    near(star.degreeCentralization, reference["star25"]!["centr_degree"]!);
    const ring = network(
      25,
      [0, ...others].map((i) => [i, (i + 1) % 25] as const),
    );
    near(ring.density, reference["ring25"]!["density"]!);
    near(ring.degreeCentralization, 0);
  });

  it("a directed star is as central as can be in what is given, or in what is received", () => {
    const out = network(
      5,
      [1, 2, 3, 4].map((i) => [0, i] as const),
      true,
    );
    expect(out).toMatchObject({ reciprocity: 0, outDegreeCentralization: 1 });
    const back = network(
      5,
      [1, 2, 3, 4].map((i) => [i, 0] as const),
      true,
    );
    expect(back.inDegreeCentralization).toBe(1);
    const both = network(
      5,
      [1, 2, 3, 4].flatMap(
        (i) =>
          [
            [0, i],
            [i, 0],
          ] as const,
      ),
      true,
    );
    expect(both).toMatchObject({ reciprocity: 1, degreeCentralization: 1, density: 0.4 });
  });

  it("counts returned ties of all ties", () => {
    expect(
      network(
        3,
        [
          [0, 1],
          [1, 0],
          [1, 2],
        ],
        true,
      ).reciprocity,
    ).toBeCloseTo(2 / 3, 12);
  });
});

describe("the edges of what can be said", () => {
  it("has no density of one member, no centralisation of two, no reciprocity of no ties", () => {
    expect(network(1, [])).toMatchObject({ density: null, degreeCentralization: null });
    expect(network(2, [[0, 1]])).toMatchObject({ density: 1, degreeCentralization: null });
    expect(network(3, [], true)).toMatchObject({ density: 0, reciprocity: null });
  });

  it("throws for a tie to oneself or to nobody", () => {
    expect(() => network(3, [[1, 1]])).toThrow(RangeError);
    expect(() => network(3, [[1, 3]])).toThrow(RangeError);
  });

  it("keeps every measure between 0 and 1, whatever the ties", () => {
    const member = fc.integer({ min: 0, max: 7 });
    const ties = fc.uniqueArray(
      fc.tuple(member, member).filter(([a, b]) => a !== b),
      { selector: ([a, b]) => a * 8 + b },
    );
    fc.assert(
      fc.property(ties, (list) => {
        const { members: _m, ties: _t, directed: _d, ...measures } = network(8, list, true);
        for (const value of Object.values(measures))
          if (value !== null) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
      }),
    );
  });
});
