import { describe, expect, it } from "vitest";
import { applyDiff } from "@/lib/roster/apply-diff";
import { isEmptyDiff } from "@/lib/roster/diff-roster";
import {
  diffOf,
  importOf,
  manifestLines,
  roster11,
  roster12,
} from "@/lib/roster/testdata/roster-files";
import type { RosterLines } from "@/lib/roster/testdata/roster-files";
import type { DataFileName } from "@/lib/roster/types";

/** A 1.1 upload of changes: only the given rows, everything else absent. */
function delta(
  files: Partial<Record<DataFileName, string[]>>,
  base = roster11(),
  version = "1.1",
): RosterLines {
  const names = ["orgs", "academicSessions", "classes", "users", "roles", "enrollments"] as const;
  const modes = Object.fromEntries(names.map((name) => [name, files[name] ? "delta" : "absent"]));
  const lines: RosterLines = { manifest: manifestLines(version, modes) };
  for (const name of names) {
    const rows = files[name];
    if (rows) lines[name] = [base[name]![0]!, ...rows];
  }
  return lines;
}

describe("changes (delta)", () => {
  const current = importOf(roster11());

  it("touches named rows only", () => {
    const lines = delta({
      users: [
        "p1,active,2026-09-30,true,s1,student,ana,,Anna,Ruiz,,,,,,,09,",
        "p6,active,2026-09-30,true,s1,student,dee,,Dee,New,,,,,,,09,",
      ],
      enrollments: ["e5,tobedeleted,2026-09-30,,,,,,,", "e7,active,2026-09-30,c2,s1,p6,student,,,"],
    });
    const diff = diffOf(lines, current);
    expect(diff.changes.people).toMatchObject({
      added: [{ id: "p6" }],
      changed: [{ id: "p1", fields: [{ field: "givenName", before: "Ana", after: "Anna" }] }],
      leaving: [],
      unchanged: 4,
    });
    expect(diff.changes.enrollments).toMatchObject({
      added: [{ id: "e7" }],
      leaving: [{ reason: "markedForDeletion" }],
      unchanged: 5,
    });
    expect(diff.changes.classes.unchanged).toBe(2);
    expect([diff.skipped, diff.notices]).toEqual([[], []]);
    expect(isEmptyDiff(diffOf(lines, applyDiff(current, diff)))).toBe(true);
  });

  it("a school that is deleted takes its classes with it", () => {
    const diff = diffOf(delta({ orgs: ["s1,tobedeleted,2026-09-30,,,,"] }), current);
    expect(diff.changes.classes.leaving.map(({ reason }) => reason)).toEqual([
      "dependsOnLeaving",
      "dependsOnLeaving",
    ]);
    expect(diff.changes.enrollments.leaving).toHaveLength(6);
    expect(diff.changes.people.changed[0]).toMatchObject({
      fields: [{ field: "orgIds", after: [] }],
    });
    expect(diff.needsConfirmation).toMatchObject({ leavingStudents: 3 });
  });

  it("1.2: a user's row alone keeps the role known, and only staff's email", () => {
    const users = [
      "p1,active,,true,ana,,Anna,Ruiz,,,ana@pupils.example,,,,09,,,,,,,,",
      "p4,active,,true,tea,,Tea,Moss,,,new@school.example,,,,,,,,,,,,",
      "p9,active,,true,x,,Xi,New,,,x@y.example,,,,,,,,,,,,",
    ];
    const diff = diffOf(delta({ users }, roster12(), "1.2"), current);
    expect(diff.changes.people.changed.map((change) => change.fields)).toEqual([
      [{ field: "givenName", before: "Ana", after: "Anna" }],
      [{ field: "email", before: "tea@school.example", after: "new@school.example" }],
    ]);
    expect(diff.skipped).toMatchObject([{ file: "users.csv", line: 4, code: "noRole" }]);
    expect(JSON.stringify(diff)).not.toMatch(/pupils\.example|x@y\.example/);
  });

  it("1.2: role rows alone change role and schools", () => {
    const roles = [
      "r5,tobedeleted,2026-09-30,p4,secondary,districtAdministrator,,,d1,",
      "r9,active,2026-09-30,p5,secondary,teacher,,,d1,",
      "r10,active,2026-09-30,p3,primary,teacher,,,s1,",
      "r11,active,2026-09-30,nobody,primary,teacher,,,s1,",
    ];
    const diff = diffOf(delta({ roles }, roster12(), "1.2"), current);
    expect(
      diff.changes.people.changed.map(({ id, fields }) => [
        id,
        fields.map(({ field, after }) => [field, after]),
      ]),
    ).toEqual([
      ["p3", [["role", "teacher"]]],
      ["p4", [["orgIds", ["s1"]]]],
      ["p5", [["orgIds", ["d1", "s1"]]]],
    ]);
    expect(diff.skipped).toMatchObject([{ file: "roles.csv", line: 5, code: "unknownReference" }]);
  });
});
