import { describe, expect, it } from "vitest";
import {
  manifestLines,
  parsed,
  roster11,
  today,
  withLine,
} from "@/lib/roster/testdata/roster-files";
import type { RosterLines } from "@/lib/roster/testdata/roster-files";

const noticeCodes = (lines: RosterLines) => parsed(lines).notices.map((notice) => notice.code);

describe("rows", () => {
  it.each([
    ["orgs", "s1", "s1,,,,school,S-1,d1", { column: "name", code: "requiredValueMissing" }],
    [
      "academicSessions",
      "t1",
      "t1,,,Autumn,term,2026-02-30,2026-12-20,y1,2027",
      { column: "startDate", code: "badDate" },
    ],
    [
      "academicSessions",
      "t1",
      "t1,,,Autumn,term,08/15/2026,2026-12-20,y1,2027",
      { column: "startDate", code: "badDate" },
    ],
    [
      "academicSessions",
      "t1",
      "t1,,,Autumn,term,2026-12-20,2026-08-15,y1,2027",
      { column: "endDate", code: "datesOutOfOrder" },
    ],
    [
      "classes",
      "c2",
      "c2,,,Homeroom 9B,09,k1,,homeroom,,s1,,,,",
      { column: "termSourcedIds", code: "requiredValueMissing" },
    ],
    [
      "users",
      "p3",
      "p3,,,maybe,s1,student,cy,,Cy,Lund,,,,,,,10,",
      { column: "enabledUser", code: "badValue" },
    ],
    [
      "users",
      "p3",
      "p3,,,true,s1,studnet,cy,,Cy,Lund,,,,,,,10,",
      { column: "role", code: "badValue" },
    ],
    [
      "users",
      "p3",
      "p3,removed,,true,s1,student,cy,,Cy,Lund,,,,,,,10,",
      { column: "status", code: "badValue" },
    ],
    [
      "users",
      "p3",
      "p3,,,true,s1,student,cy,,Cy\u0000,Lund,,,,,,,10,",
      { column: "givenName", code: "badValue" },
    ],
    [
      "users",
      "p3",
      `p3,,,true,s1,student,cy,,${"x".repeat(1001)},Lund,,,,,,,10,`,
      { column: "givenName", code: "badValue" },
    ],
    ["users", "p3", "p3,,,true,s1,student,cy,,Cy,Lund", { column: null, code: "wrongColumnCount" }],
    [
      "users",
      "p3",
      'p3,,,true,s1,student,cy,,C"y,Lund,,,,,,,10,',
      { column: null, code: "badQuotes" },
    ],
    [
      "users",
      "p3",
      "p2,,,true,s1,student,cy,,Cy,Lund,,,,,,,10,",
      { column: "sourcedId", code: "duplicateId" },
    ],
    [
      "enrollments",
      "e2",
      "e2,,,c1,s1,p2,student,,2026-10-02,2026-10-01",
      { column: "endDate", code: "datesOutOfOrder" },
    ],
    ["enrollments", "e2", "e2,,,c1,s1,p2,studnet,,,", { column: "role", code: "badValue" }],
  ] as const)("skips a bad row of %s (%s → %j) and no other", (file, id, row, expected) => {
    const line = roster11()[file]!.findIndex((text) => text.startsWith(`${id},`)) + 1;
    const roster = parsed(withLine(roster11(), file, id, row));
    expect(roster.skipped).toMatchObject([{ file: `${file}.csv`, line, ...expected }]);
    expect(roster.skipped[0]!.reason.length).toBeGreaterThan(20);
    const kind = file === "users" ? "people" : file;
    expect(roster[kind].rows).toHaveLength(parsed(roster11())[kind].rows.length - 1);
  });

  it("reads lists in a cell, sorted", () => {
    expect(parsed(roster11()).classes.rows[0]!.record.grades).toEqual(["09", "10"]);
  });

  it("accepts what vendors do, and says so", () => {
    const filled = withLine(
      roster11(),
      "orgs",
      "d1",
      "d1,active,2026-09-01T00:00:00Z,Harbour District,District,D-1,",
    );
    expect(noticeCodes(filled)).toEqual(["statusInBulk"]);
    const noColumns = { ...roster11(), orgs: ["sourcedId,name,type", "s1,School,school"] };
    expect(parsed(noColumns).notices).toMatchObject([
      { code: "changeColumnMissing" },
      { code: "changeColumnMissing" },
    ]);
    const typo = {
      ...roster11(),
      orgs: roster11().orgs!.map((row) => row.replace("dateLastModified", "dataLastModified")),
    };
    expect(noticeCodes(typo)).toEqual(["columnRenamed"]);
    const time = withLine(
      roster11(),
      "enrollments",
      "e2",
      "e2,,,c1,s1,p2,student,TRUE,2026-08-15T08:00:00Z,",
    );
    expect(noticeCodes(time)).toEqual(["flagSpelling", "timeCutOff"]);
    expect(parsed(time).enrollments.rows[1]!.record).toMatchObject({
      primary: true,
      beginDate: "2026-08-15",
    });
  });

  it("counts the same notice once", () => {
    const lines = {
      ...roster11(),
      orgs: roster11().orgs!.map((row) => row.replace(",,,", ",active,,")),
    };
    expect(parsed(lines).notices).toMatchObject([{ code: "statusInBulk", line: 2, count: 2 }]);
  });

  it.each([
    [
      "status tobedeleted",
      "users",
      "p3",
      "p3,tobedeleted,2026-09-01,,,,,,,,,,,,,,,",
      "people",
      "markedForDeletion",
    ],
    [
      "enabledUser false",
      "users",
      "p3",
      "p3,,,false,s1,student,cy,,Cy,Lund,,,,,,,10,",
      "people",
      "disabled",
    ],
    [
      "an end date before today",
      "enrollments",
      "e2",
      "e2,,,c1,s1,p2,student,,,2026-09-30",
      "enrollments",
      "ended",
    ],
  ] as const)("%s is leaving, not an error", (_name, file, id, row, kind, reason) => {
    const roster = parsed(withLine(roster11(), file, id, row));
    expect(roster.skipped).toEqual([]);
    expect(roster[kind].leaving.get(id)).toBe(reason);
  });

  it("an enrollment that ends today is still active", () => {
    const roster = parsed(
      withLine(roster11(), "enrollments", "e2", `e2,,,c1,s1,p2,student,,,${today}`),
    );
    expect(roster.enrollments.leaving.size).toBe(0);
  });

  it("reads a delta file's blank status with a notice", () => {
    const lines = { ...roster11(), manifest: manifestLines("1.1", { orgs: "delta" }) };
    expect(noticeCodes(lines)).toEqual(["statusBlankInDelta"]);
  });
});
