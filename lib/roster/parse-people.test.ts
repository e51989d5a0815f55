import { describe, expect, it } from "vitest";
import {
  parsed,
  roster11,
  roster12,
  withAdded,
  withLine,
} from "@/lib/roster/testdata/roster-files";
import type { RosterLines } from "@/lib/roster/testdata/roster-files";

describe("people", () => {
  const person = (lines: RosterLines, id: string) =>
    parsed(lines).people.rows.find((row) => row.record.id === id)?.record;

  it.each([
    ["1.1", roster11()],
    ["1.2", roster12()],
  ])("%s: keeps no student's email and nobody's phone or password", (_version, lines) => {
    const text = JSON.stringify(parsed(lines).people.rows);
    expect(text).toContain("tea@school.example");
    for (const secret of ["pupils.example", "555-", "hunter2", "secret4"])
      expect(text).not.toContain(secret);
  });

  it("1.2: uses preferred names", () => {
    expect(person(roster12(), "p1")).toMatchObject({ givenName: "Ana", familyName: "Ruiz" });
  });

  it("1.2: the primary role wins, over a second one and its place in the file", () => {
    expect(person(roster12(), "p4")?.roles).toMatchObject({
      role: "teacher",
      orgIds: ["d1", "s1"],
    });
    const peerTutor = withLine(roster12(), "roles", "r1", "r0,,,p1,secondary,teacher,,,s1,");
    const both = withAdded(peerTutor, "roles", "r1,,,p1,primary,student,,,s1,");
    expect(person(both, "p1")).toMatchObject({ email: null, roles: { role: "student" } });
  });

  it.each([
    ["principal", "administrator"],
    ["siteAdministrator", "administrator"],
    ["counselor", "other"],
    ["ext:nurse", "other"],
    ["Teacher", "teacher"],
  ])("maps %s to %s", (word, role) => {
    expect(
      person(withLine(roster12(), "roles", "r6", `r6,,,p5,primary,${word},,,s1,`), "p5")?.roles
        ?.role,
    ).toBe(role);
  });

  it("1.2: ended roles make a person leave; none at all is an error in the row", () => {
    const ended = parsed(
      withLine(roster12(), "roles", "r3", "r3,,,p3,primary,student,,2026-09-30,s1,"),
    );
    expect(ended.people.leaving.get("p3")).toBe("ended");
    const none = parsed(withLine(roster12(), "roles", "r3", null));
    expect(none.skipped).toMatchObject([{ file: "users.csv", line: 4, code: "noRole" }]);
    expect(none.people.heldIds).toContain("p3");
  });

  it("leaves families out, with a notice", () => {
    const lines = withAdded(
      roster11(),
      "users",
      "g1,,,true,s1,guardian,g,,Gil,Ruiz,,,gil@home.example,,,p1,,",
    );
    const roster = parsed(lines);
    expect(roster.notices).toMatchObject([{ code: "familyNotKept", count: 1 }]);
    expect(JSON.stringify(roster.people.rows)).not.toContain("Gil");
  });

  it("reads blank enabledUser as active, with a notice", () => {
    const lines = withLine(roster11(), "users", "p3", "p3,,,,s1,student,cy,,Cy,Lund,,,,,,,10,");
    expect(parsed(lines)).toMatchObject({ skipped: [], notices: [{ code: "enabledUserBlank" }] });
  });
});
