import { describe, expect, it } from "vitest";
import type { AskedClass } from "@/lib/data/cohort-rosters";
import type { ClassCells } from "@/lib/data/releases";
import { compareCohort } from "@/lib/waves/compare";
import type { ResolvedCohort } from "./resolve-cohort";
import { shownRosters } from "./shown-rosters";

const students = (name: string, from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `${name}-${String(from + at)}`);

function classIn(
  waveId: string,
  classId: string,
  roster: readonly string[] | null,
  seats = 20,
): AskedClass {
  return { waveId, classId, schoolId: "S1", seats: roster?.length ?? seats, roster };
}

function cells(rows: readonly AskedClass[], withheld: readonly string[]) {
  const byWave = new Map<string, Map<string, ClassCells>>();
  for (const { waveId, classId, seats } of rows) {
    const groups = byWave.get(waveId) ?? new Map<string, ClassCells>();
    groups.set(`class:${classId}`, {
      ...{ waveId, classId, schoolId: "S1", n: 20, rosterSize: seats, cells: {} },
      withheld: withheld.includes(`${waveId}/${classId}`) ? "fewer than 10 respondents" : null,
      participation: { lo: 20, hi: 24 },
    });
    byWave.set(waveId, groups);
  }
  return byWave;
}

function setOf(classIds: readonly string[]): ResolvedCohort {
  return {
    key: { kind: "set", id: "00000000-0000-4000-8000-000000000000" },
    label: "A set",
    parts: classIds.map((id) => ({ groupId: `class:${id}`, name: id, of: id })),
    ...{ made: "of-classes", rule: { least: 3, noun: "classes" }, note: null },
    ...{ scope: { classIds }, rostersKept: true, places: [] },
  };
}

function compared(rows: readonly AskedClass[], withheld: readonly string[] = []) {
  const ids = [...new Set(rows.map(({ classId }) => classId))];
  const who = shownRosters(setOf(ids), { classes: rows, seats: [] }, cells(rows, withheld));
  const set = (waveId: string) => {
    const roster = who.get(waveId);
    return roster === null || roster === undefined ? null : new Set(roster);
  };
  return compareCohort(set("before"), set("after"), 10);
}

const steady = ["7A", "7B", "7D"].flatMap((id) => [
  classIn("before", id, null),
  classIn("after", id, null),
]);
const three = [
  classIn("before", "7E", students("e", 0, 20)),
  classIn("after", "7E", students("e", 3, 23)),
];
const twelve = [
  classIn("before", "7F", students("f", 0, 20)),
  classIn("after", "7F", students("f", 12, 32)),
];

describe("who is in the figures of two pulses", () => {
  it("nobody changed: comparable, without a name", () => {
    expect(compared(steady)).toEqual({ comparable: true, changed: 0 });
  });

  it("three changed: not comparable; with twelve more of another shown class it is", () => {
    expect(compared([...steady, ...three]).comparable).toBe(false);
    expect(compared([...steady, ...three, ...twelve])).toEqual({ comparable: true, changed: 15 });
  });

  it("twelve who changed in a withheld class hide nobody", () => {
    const rows = [...steady, ...three, ...twelve];
    expect(compared(rows, ["before/7F", "after/7F"]).comparable).toBe(false);
  });

  it("a class that is shown in one pulse only counts as all of its students", () => {
    expect(compared(steady, ["before/7D"])).toEqual({ comparable: true, changed: 20 });
    const few = [classIn("before", "7G", null, 4), classIn("after", "7G", null, 4)];
    expect(compared([...steady, ...few], ["before/7G"]).comparable).toBe(false);
  });

  it("pulses with the same students share one list, in whatever order they were read", () => {
    const [before, after] = ["before", "after"].map((id) =>
      steady.filter((row) => row.waveId === id),
    );
    const rows = [...(before ?? []), ...(after ?? []).toReversed()];
    const who = shownRosters(
      setOf(["7A", "7B", "7D"]),
      { classes: rows, seats: [] },
      cells(rows, []),
    );
    expect(who.get("before")).toHaveLength(60);
    expect(who.get("before")).toBe(who.get("after"));
  });

  it("is not known where the classes do not make up what was released", () => {
    const rows = [...steady, ...three];
    const groups = cells(rows, []);
    const short = rows.filter(({ waveId, classId }) => waveId === "after" || classId !== "7A");
    const who = shownRosters(setOf(["7A", "7B"]), { classes: short, seats: [] }, groups);
    expect(who.get("before")).toBeNull();
    expect(who.get("after")).toHaveLength(40);
  });
});
