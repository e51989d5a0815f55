import { describe, expect, it } from "vitest";
import { MOST_NAMED } from "@/lib/ballots/wire/nomination";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { nominatedTies } from "@/lib/network/nominated-ties";
import type { Ties } from "@/lib/network/network-measures";
import { networkFigures } from "./released-network";
import { madeClass } from "./testdata/made-class";
import { WitnessNetwork } from "./witness-network";

const STUDENTS = 22;
const ties = nominatedTies(madeClass(STUDENTS), STUDENTS);
const figures = networkFigures(ties, STUDENTS, FLOOR_POLICY)!;
const matrix = matrixOf(ties);

function matrixOf({ members, from, to }: Ties): Uint8Array {
  const cells = new Uint8Array(members * members);
  Array.from(from, (one, at) => (cells[one * members + (to[at] ?? 0)] = 1));
  return cells;
}

function tiesIn(walk: WitnessNetwork): Ties {
  const pairs = Array.from({ length: STUDENTS ** 2 }, (_, at) => [
    Math.floor(at / STUDENTS),
    at % STUDENTS,
  ]).filter(([from, to]) => walk.has(from!, to!));
  return {
    members: STUDENTS,
    directed: true,
    from: pairs.map(([from]) => from!),
    to: pairs.map(([, to]) => to!),
  };
}

describe("a walk over networks", () => {
  it("says that one fits only where it has the very figures that are published, and keeps what attackers know", () => {
    const known = [0, 5];
    const walk = new WitnessNetwork(STUDENTS, matrix, figures, known, seededRandom("00000007"));
    let fitting = 0;
    const different = new Set<string>();
    for (let step = 0; step < 3000; step += 1) {
      walk.step();
      const now = tiesIn(walk);
      // Independent of the walk's own counting: the published figures of the network it stands at.
      const same =
        JSON.stringify(networkFigures(now, STUDENTS, FLOOR_POLICY)) === JSON.stringify(figures);
      expect(walk.fits).toBe(same);
      fitting += Number(same);
      if (same) different.add(String(matrixOf(now)));
      const given = new Array<number>(STUDENTS).fill(0);
      for (const from of Array.from(now.from)) given[from] = (given[from] ?? 0) + 1;
      expect(Math.max(...given)).toBeLessThanOrEqual(MOST_NAMED);
      for (const member of known) {
        for (let to = 0; to < STUDENTS; to += 1) {
          expect(walk.has(member, to)).toBe(matrix[member * STUDENTS + to] === 1);
        }
      }
    }
    expect(fitting).toBeGreaterThan(300);
    expect(different.size).toBeGreaterThan(100);
  }, 60_000);

  it("does not begin at a network with other figures", () => {
    const other = { ...figures, reciprocity: figures.reciprocity === 1 ? 0 : 1 };
    const begin = () => new WitnessNetwork(STUDENTS, matrix, other, [], seededRandom("00000007"));
    expect(begin).toThrow("not those of this network");
  });
});
