import { describe, expect, it } from "vitest";
import type { Nomination } from "@/lib/ballots/wire/nomination";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { nominatedTies } from "@/lib/network/nominated-ties";
import { nothingCertain } from "./nothing-certain";
import { networkFigures } from "./released-network";
import { madeClass } from "./testdata/made-class";

async function openFor(ballots: readonly Nomination[], students = ballots.length) {
  const ties = nominatedTies(ballots, students);
  const figures = networkFigures(ties, students, FLOOR_POLICY);
  if (figures === null) throw new Error("no figures");
  return nothingCertain(ties, figures, seededRandom("00000001"));
}

/** Everybody and the next in a circle name each other. */
const circle = (students: number, reach: number): Nomination[] =>
  Array.from({ length: students }, (_, at) => ({
    own: at + 1,
    named: Array.from({ length: reach }, (__, step) => ((at + step + 1) % students) + 1).sort(
      (a, b) => a - b,
    ),
  }));

describe("figures of a class's network", () => {
  it("leave everything open in ordinary classes", async () => {
    expect(await openFor(madeClass(24))).toBe(true);
    expect(await openFor(madeClass(18, 0.3, "00c0ffee"))).toBe(true);
  }, 60_000);

  it("are refused where all ties are returned: who named somebody would know that they named back", async () => {
    const pairs = Array.from({ length: 20 }, (_, at) => ({ own: at + 1, named: [(at ^ 1) + 1] }));
    expect(await openFor(pairs)).toBe(false);
  }, 60_000);

  it("are refused where hardly anybody names anybody", async () => {
    const silent = Array.from({ length: 20 }, (_, at): Nomination => ({ own: at + 1, named: [] }));
    silent[0] = { own: 1, named: [2] };
    expect(await openFor(silent)).toBe(false);
  }, 60_000);

  it("are refused where everybody names the same", async () => {
    const star = Array.from({ length: 20 }, (_, at): Nomination => ({
      own: at + 1,
      named: at === 0 ? [2, 3, 4, 5, 6] : [1],
    }));
    expect(await openFor(star)).toBe(false);
  }, 60_000);

  it("decide alike each time", async () => {
    const ballots = circle(20, 3);
    expect(await openFor(ballots)).toBe(await openFor(ballots));
  }, 60_000);
});
