import { describe, expect, it } from "vitest";
import { applyDiff } from "@/lib/roster/apply-diff";
import { isEmptyDiff } from "@/lib/roster/diff-roster";
import { diffOf, importOf, roster11, roster12, withLine } from "@/lib/roster/testdata/roster-files";
import { emptySnapshot } from "@/lib/roster/types";
import type { EntityKind, RosterSnapshot } from "@/lib/roster/types";

const idsOf = (snapshot: RosterSnapshot, kind: EntityKind) =>
  snapshot[kind].map((record) => record.id);

describe("first import", () => {
  it("1.1 and 1.2 give the same roster", () => {
    const snapshot = importOf(roster12());
    expect(importOf(roster11())).toEqual(snapshot);
    expect(snapshot).toMatchObject({
      orgs: [
        { id: "d1", parentId: null },
        {
          id: "s1",
          name: "Harbour School, North",
          type: "school",
          parentId: "d1",
          identifier: "S-1",
        },
      ],
      academicSessions: [
        { id: "y1" },
        {
          id: "t1",
          type: "term",
          startDate: "2026-08-15",
          endDate: "2026-12-20",
          parentId: "y1",
          schoolYear: "2027",
        },
      ],
      classes: [
        {
          id: "c1",
          title: "Maths 9",
          classCode: "MA9",
          classType: "scheduled",
          grades: ["09", "10"],
          schoolId: "s1",
          termIds: ["t1"],
        },
        { id: "c2", classCode: null, classType: "homeroom" },
      ],
    });
    expect(snapshot.people).toEqual([
      {
        id: "p1",
        givenName: "Ana",
        familyName: "Ruiz",
        role: "student",
        grades: ["09"],
        email: null,
        orgIds: ["s1"],
      },
      {
        id: "p2",
        givenName: "Ben",
        familyName: "Okafor",
        role: "student",
        grades: ["09"],
        email: null,
        orgIds: ["s1"],
      },
      {
        id: "p3",
        givenName: "Cy",
        familyName: "Lund",
        role: "student",
        grades: ["10"],
        email: null,
        orgIds: ["s1"],
      },
      {
        id: "p4",
        givenName: "Tea",
        familyName: "Moss",
        role: "teacher",
        grades: [],
        email: "tea@school.example",
        orgIds: ["d1", "s1"],
      },
      {
        id: "p5",
        givenName: "Pat",
        familyName: "Head",
        role: "administrator",
        grades: [],
        email: "pat@school.example",
        orgIds: ["s1"],
      },
    ]);
    expect(snapshot.enrollments[3]).toEqual({
      id: "e4",
      classId: "c1",
      schoolId: "s1",
      personId: "p4",
      role: "teacher",
      primary: true,
      beginDate: null,
      endDate: null,
    });
    expect(snapshot.enrollments).toHaveLength(6);
  });

  it("the same file again changes nothing", () => {
    const diff = diffOf(roster12(), importOf(roster11()));
    expect(isEmptyDiff(diff)).toBe(true);
    expect(diff.changes.people.unchanged).toBe(5);
    expect(diff.needsConfirmation).toBeNull();
  });
});

describe("references", () => {
  it.each([
    ["classes", "c2", "c2,,,Homeroom 9B,09,k1,,homeroom,,s9,t1,,,", "schoolSourcedId"],
    ["enrollments", "e3", "e3,,,c9,s1,p3,student,,,", "classSourcedId"],
    ["enrollments", "e3", "e3,,,c1,s1,p9,student,,,", "userSourcedId"],
    ["enrollments", "e3", "e3,,,c1,s9,p3,student,,,", "schoolSourcedId"],
  ] as const)("skips a row of %s (%s) that names nothing: %s", (file, id, row, column) => {
    const line = roster11()[file]!.findIndex((text) => text.startsWith(`${id},`)) + 1;
    const diff = diffOf(withLine(roster11(), file, id, row));
    expect(diff.skipped).toContainEqual(
      expect.objectContaining({ file: `${file}.csv`, line, column, code: "unknownReference" }),
    );
    expect(diff.changes[file].added.map((record) => record.id)).not.toContain(id);
  });

  it("leaves out unknown parents, terms and schools of people, with a notice", () => {
    let lines = withLine(roster11(), "orgs", "s1", "s1,,,School,school,,d9");
    lines = withLine(lines, "classes", "c2", 'c2,,,Homeroom,09,k1,,homeroom,,s1,"t1,t9",,,');
    lines = withLine(lines, "users", "p3", 'p3,,,true,"s1,s9",student,cy,,Cy,Lund,,,,,,,10,');
    const diff = diffOf(lines);
    expect(diff.notices.map((notice) => `${notice.code} ${String(notice.line)}`)).toEqual([
      "parentUnknown 3",
      "termUnknown 3",
      "orgUnknown 4",
    ]);
    const snapshot = applyDiff(emptySnapshot, diff);
    expect([
      snapshot.orgs[1]!.parentId,
      snapshot.classes[1]!.termIds,
      snapshot.people[2]!.orgIds,
    ]).toEqual([null, ["t1"], ["s1"]]);
  });

  it("cuts parents that lead round in a circle", () => {
    const lines = withLine(roster11(), "orgs", "d1", "d1,,,District,district,,s1");
    const snapshot = importOf(lines);
    expect(snapshot.orgs.map((org) => org.parentId)).toEqual([null, null]);
    expect(isEmptyDiff(diffOf(lines, snapshot))).toBe(true);
  });
});

describe("leaving", () => {
  const current = importOf(roster11());

  it("a record missing from a full list leaves, and what hangs on it", () => {
    const diff = diffOf(
      withLine(withLine(roster11(), "users", "p3", null), "enrollments", "e3", null),
      current,
    );
    expect(diff.changes.people.leaving).toMatchObject([
      { record: { id: "p3" }, reason: "missingFromFile" },
    ]);
    expect(diff.changes.enrollments.leaving).toMatchObject([
      { record: { id: "e3" }, reason: "missingFromFile" },
    ]);
    expect(diff.skipped).toEqual([]);
  });

  it("a disabled student leaves with the enrollments that still name them, without an error", () => {
    const diff = diffOf(
      withLine(roster11(), "users", "p3", "p3,,,false,s1,student,cy,,Cy,Lund,,,,,,,10,"),
      current,
    );
    expect(diff.changes.people.leaving).toMatchObject([
      { record: { id: "p3" }, reason: "disabled" },
    ]);
    expect(diff.changes.enrollments.leaving).toMatchObject([
      { record: { id: "e3" }, reason: "dependsOnLeaving" },
    ]);
    expect(diff.skipped).toEqual([]);
  });

  it.each([
    ["a value that does not fit", "p3,,,perhaps,s1,student,cy,,Cy,Lund,,,,,,,10,"],
    ["a stray quotation mark", 'p3,,,true,s1,student,cy,,C"y,Lund,,,,,,,10,'],
    ["a missing value", "p3,,,true,s1,student,cy,,Cy,Lund"],
  ])("%s does not make a student leave", (_name, row) => {
    const diff = diffOf(withLine(roster11(), "users", "p3", row), current);
    expect(isEmptyDiff(diff)).toBe(true);
    expect(diff.skipped).toMatchObject([{ file: "users.csv", line: 4 }]);
  });

  it("an enrollment with a mistyped reference stays as it was", () => {
    expect(
      isEmptyDiff(
        diffOf(withLine(roster11(), "enrollments", "e3", "e3,,,c1,s1,pp3,student,,,"), current),
      ),
    ).toBe(true);
  });

  it("while the id of a skipped row is unknown, nothing leaves by being missing", () => {
    const lines = withLine(
      withLine(roster11(), "users", "p3", null),
      "users",
      "p2",
      '"p"2,,,true,s1,student,ben,,Ben,Okafor,,,,,,,09,',
    );
    const diff = diffOf(lines, current);
    expect(isEmptyDiff(diff)).toBe(true);
    expect(diff.notices).toMatchObject([
      { code: "nothingLeavesUnidentified", file: "users.csv", count: 1 },
    ]);
  });

  it("a class left with one student is no class", () => {
    const lines = withLine(
      roster11(),
      "enrollments",
      "e6",
      "e6,,,c2,s1,p2,student,false,,2026-09-30",
    );
    const diff = diffOf(lines, current);
    expect(diff.skipped).toMatchObject([{ file: "classes.csv", line: 3, code: "phantomClass" }]);
    expect(diff.changes.classes.leaving).toMatchObject([
      { record: { id: "c2" }, reason: "phantomClass" },
    ]);
    expect(
      diff.changes.enrollments.leaving.map(({ record, reason }) => `${record.id} ${reason}`),
    ).toEqual(["e5 dependsOnLeaving", "e6 ended"]);
    expect(idsOf(applyDiff(current, diff), "people")).toHaveLength(5);
  });

  it("two enrollments of one student do not make a class", () => {
    const lines = withLine(roster11(), "enrollments", "e6", "e6,,,c2,s1,p1,student,false,,");
    expect(diffOf(lines).skipped).toMatchObject([{ code: "phantomClass" }]);
  });
});

describe("applyDiff", () => {
  it("throws on a roster that the difference was not made for", () => {
    const diff = diffOf(roster11());
    expect(() => applyDiff(importOf(roster11()), diff)).toThrow("does not fit");
  });
});
