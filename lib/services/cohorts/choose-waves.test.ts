import { describe, expect, it } from "vitest";
import type { GroupSeats } from "@/lib/data/cohort-cells";
import { askedWaves } from "./asked-waves";
import { chooseWaves } from "./choose-waves";
import { mayShareStudents, type ResolvedCohort } from "./resolve-cohort";

const title = (id: string, day: number) => ({
  ...{ id, title: id, timeZone: "UTC" },
  closesAt: new Date(Date.UTC(2026, 0, day)),
});
/** Newest first. */
const TITLES = [title("teacher", 40), title("second", 30), title("first", 20)];

function cohort(more: Partial<ResolvedCohort> & { groups: readonly string[] }): ResolvedCohort {
  const { groups, ...rest } = more;
  return {
    key: { kind: "school", schoolId: "S1" },
    ...{ label: "A", made: "released", rule: { least: 1, noun: "groups" }, note: null },
    parts: groups.map((groupId) => ({ groupId, name: groupId, of: groupId })),
    ...{ scope: {}, rostersKept: true, places: [] },
    ...rest,
  };
}

const seats = (rows: Record<string, Record<string, number>>): Map<string, GroupSeats[]> =>
  new Map(
    Object.entries(rows).map(([waveId, groups]) => [
      waveId,
      Object.entries(groups).map(([groupId, count]) => ({ waveId, groupId, seats: count })),
    ]),
  );

const ROWS = seats({
  teacher: { "school:S1": 25, "class:7A": 25 },
  second: { "school:S1": 500, "school:S2": 400, "class:7A": 25, "class:7B": 25, "class:7C": 25 },
  first: { "school:S1": 520, "school:S2": 390, "class:7A": 25, "class:7B": 25 },
});
const school1 = cohort({ groups: ["school:S1"] });
const school2 = cohort({ groups: ["school:S2"] });
const set = cohort({ groups: ["class:7A", "class:7B", "class:7C"], made: "of-classes" });

describe("which waves asked a cohort", () => {
  it("one class does not stand for its school, nor two of three for a set", () => {
    const asked = (of: ResolvedCohort) => {
      const waves = askedWaves(of, ROWS);
      return TITLES.map(({ id }) => waves.in(id));
    };
    expect(asked(school1)).toEqual(["in-part", "asked", "asked"]);
    expect(asked(school2)).toEqual(["not-asked", "asked", "asked"]);
    expect(asked(set)).toEqual(["in-part", "asked", "in-part"]);
  });
});

describe("the waves of a page", () => {
  const cohorts = [school1, school2].map((one) => askedWaves(one, ROWS));
  const ids = (waves: readonly { id: string }[]) => waves.map(({ id }) => id);

  it("are the newest that asked two of the cohorts, and those before it", () => {
    const { chosen, trend, shown, problems } = chooseWaves([], TITLES, cohorts);
    expect([ids(chosen), ids(trend), ids(shown)]).toEqual([
      ["second"],
      ["second", "first"],
      ["second", "first"],
    ]);
    expect(problems).toEqual([]);
  });

  it("are those wished for, newest first, also one that asked none of them", () => {
    const { chosen, shown } = chooseWaves(["first", "teacher"], TITLES, cohorts);
    expect(ids(chosen)).toEqual(["teacher", "first"]);
    expect(ids(shown)).toEqual(["teacher", "second", "first"]);
  });

  it("say when one is not there, and none at all of nobody", () => {
    const { chosen, problems } = chooseWaves(["first", "no"], TITLES, cohorts);
    expect(ids(chosen)).toEqual(["first"]);
    expect(problems).toEqual([
      "A pulse in this link is not among the sealed ones: the others are shown.",
    ]);
    expect(chooseWaves(["first"], TITLES, []).chosen).toEqual([]);
  });
});

describe("cohorts that may share students", () => {
  const at = (schoolId: string, grade: string | null) =>
    cohort({ groups: ["x"], places: [{ schoolId, grade }] });
  const group = (groupId: string) =>
    cohort({
      ...{ groups: [groupId], key: { kind: "group", groupId } },
      places: [{ schoolId: "S1", grade: null }],
    });
  const classes = (...classIds: string[]) =>
    cohort({ groups: classIds, scope: { classIds }, places: [{ schoolId: "S1", grade: "7" }] });

  it.each([
    [at("S1", null), at("S1", "7"), true],
    [at("S1", "7"), at("S1", "8"), false],
    [at("S1", null), at("S2", null), false],
    [cohort({ groups: ["district:all"], places: null }), at("S2", "7"), true],
    [classes("7A", "7B"), classes("7C"), false],
    [classes("7A", "7B"), classes("7B", "7C"), true],
    [classes("7A"), at("S1", "7"), true],
    [group("school:S1&gender=F"), group("school:S1&gender=M"), false],
    [group("school:S1&gender=F"), group("school:S1&language=so"), true],
    [group("school:S1&gender=F"), at("S1", null), true],
  ])("%#", (a, b, share) => {
    expect(mayShareStudents(a, b)).toBe(share);
    expect(mayShareStudents(b, a)).toBe(share);
  });
});
