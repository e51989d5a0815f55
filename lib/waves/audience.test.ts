import { describe, expect, it } from "vitest";
import { resolveAudience, type AudienceScope, type RosterClass } from "@/lib/waves/audience";

const classRow = (
  id: string,
  school: string,
  grades: string[],
  type: RosterClass["type"] = "homeroom",
) => ({
  id,
  school,
  grades,
  type,
});
const snapshot = {
  classes: [
    classRow("7B", "S1", ["7"]),
    classRow("7A", "S1", ["7"]),
    classRow("78", "S1", ["7", "8"]),
    classRow("art", "S1", ["7"], "scheduled"),
    classRow("math9", "S2", ["9"], "scheduled"),
    classRow("empty", "S2", ["9"], "scheduled"),
  ],
  enrollments: [
    ["7A", "bo"],
    ["7A", "al"],
    ["7A", "al"],
    ["7B", "cy"],
    ["78", "di"],
    ["art", "al"],
    ["art", "cy"],
    ["math9", "ed"],
  ].map(([classId = "", studentId = ""]) => ({ classId, studentId })),
};
const idsOf = (scope: AudienceScope) => {
  const result = resolveAudience(scope, snapshot);
  return result.ok ? result.classes.map((row) => row.id) : result;
};

describe("resolveAudience", () => {
  it("takes homerooms where a school has them, else its classes; empty classes are left out", () => {
    expect(idsOf({ kind: "district" })).toEqual(["78", "7A", "7B", "math9"]);
    expect(idsOf({ kind: "school", ids: ["S2"] })).toEqual(["math9"]);
  });

  it("takes a class of several grades with each of them", () => {
    expect(idsOf({ kind: "grade", ids: ["8"], schools: null })).toEqual(["78"]);
    expect(idsOf({ kind: "grade", ids: ["7", "9"], schools: ["S1"] })).toEqual(["78", "7A", "7B"]);
  });

  it("gives each student one seat, sorted", () => {
    expect(resolveAudience({ kind: "classes", ids: ["7A"] }, snapshot)).toMatchObject({
      classes: [{ id: "7A", students: ["al", "bo"] }],
    });
  });

  it("refuses classes that share a student, naming them", () => {
    expect(idsOf({ kind: "classes", ids: ["art"] })).toEqual(["art"]);
    expect(idsOf({ kind: "classes", ids: ["art", "7A", "78"] })).toEqual({
      ok: false,
      code: "audience-student-twice",
      ids: ["7A", "art"],
    });
  });

  it("refuses unknown ids and an audience without students", () => {
    expect(idsOf({ kind: "classes", ids: ["7A", "zz"] })).toMatchObject({
      code: "audience-id-unknown",
      ids: ["zz"],
    });
    expect(idsOf({ kind: "school", ids: ["S9"] })).toMatchObject({ code: "audience-id-unknown" });
    expect(idsOf({ kind: "grade", ids: ["7"], schools: ["S9"] })).toMatchObject({ ids: ["S9"] });
    expect(idsOf({ kind: "classes", ids: ["empty"] })).toMatchObject({ code: "audience-empty" });
    expect(idsOf({ kind: "classes", ids: [] })).toMatchObject({ code: "audience-empty" });
  });
});
