import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Nomination } from "@/lib/ballots/wire/nomination";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { networkMeasures } from "./network-measures";
import { nominatedTies } from "./nominated-ties";
import { asksNominations, nominatorsNeeded } from "./nomination-rules";

const tiesOf = (ballots: readonly Nomination[], students = 10) => {
  const { members, from, to } = nominatedTies(ballots, students);
  return { members, ties: Array.from(from, (one, at) => [one, to[at]]) };
};

describe("the network of a class from its ballots", () => {
  it("joins those who said who they are, by their numbers", () => {
    const ballots = [
      { own: 7, named: [2] },
      { own: 2, named: [5, 7] },
      { own: null, named: [] },
      { own: 5, named: [] },
    ];
    expect(tiesOf(ballots)).toEqual({
      members: 3,
      ties: [
        [0, 1],
        [0, 2],
        [2, 0],
      ],
    });
  });

  it.each<[string, Nomination]>([
    ["a number off the list", { own: 11, named: [2] }],
    ["one that names a number off the list", { own: 3, named: [11] }],
    ["one that names itself", { own: 3, named: [3] }],
    ["one that names somebody twice", { own: 3, named: [2, 2] }],
    ["one that names more than five", { own: 3, named: [1, 2, 4, 5, 6, 7] }],
    ["one that names without saying who it is", { own: null, named: [2] }],
    ["a number that is none", { own: 1.5, named: [] }],
  ])("leaves out %s", (_what, ballot) => {
    const sound = [
      { own: 1, named: [2] },
      { own: 2, named: [1] },
    ];
    expect(tiesOf([...sound, ballot])).toEqual(tiesOf(sound));
  });

  it("counts neither of two under one number, not even where both are alike or one is malformed", () => {
    const other = { own: 2, named: [1] };
    for (const second of [
      { own: 1, named: [] },
      { own: 1, named: [2] },
      { own: 1, named: [1] },
    ]) {
      expect(tiesOf([{ own: 1, named: [2] }, other, second])).toEqual({ members: 1, ties: [] });
    }
    expect(tiesOf(Array(3).fill({ own: 1, named: [] }) as Nomination[]).members).toBe(0);
  });

  it("leaves out ties to those who did not say who they are", () => {
    expect(
      tiesOf([
        { own: 1, named: [2, 3] },
        { own: 3, named: [] },
      ]),
    ).toEqual({
      members: 2,
      ties: [[0, 1]],
    });
  });

  it("does not depend on the order of the ballots", () => {
    const ballot = fc.record({
      own: fc.option(fc.integer({ min: 1, max: 12 })),
      named: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }),
    });
    const drawn = fc
      .array(ballot, { maxLength: 15 })
      .chain((ballots) =>
        fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
      );
    fc.assert(
      fc.property(drawn, ([ballots, shuffled]) => {
        expect(nominatedTies(shuffled, 10)).toEqual(nominatedTies(ballots, 10));
        networkMeasures(nominatedTies(ballots, 10));
      }),
    );
  });
});

describe("which classes are asked, and when anything is shown", () => {
  it("asks from 18 students: that figures are shown never says that all but two took part", () => {
    expect([17, 18, 255, 256].map((size) => asksNominations(size, FLOOR_POLICY))).toEqual([
      ...[false, true, true, false],
    ]);
    for (let students = 18; students <= 255; students += 1) {
      const mayBeMissing = students - nominatorsNeeded(students, FLOOR_POLICY);
      expect(mayBeMissing).toBeGreaterThanOrEqual(FLOOR_POLICY.tail);
    }
  });

  it("needs 15 and four of five, and k where that is more", () => {
    expect([18, 19, 24, 30].map((size) => nominatorsNeeded(size, FLOOR_POLICY))).toEqual([
      ...[15, 16, 20, 24],
    ]);
    expect(nominatorsNeeded(24, { k: 22 })).toBe(22);
    expect(asksNominations(24, { k: 22, tail: 3 })).toBe(false);
  });
});
