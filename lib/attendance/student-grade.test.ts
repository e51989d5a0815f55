import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareGrades, gradeKey, gradeOfStudents } from "@/lib/attendance/student-grade";

const row = (personId: string, grades: string[], classGrades: string[] = []) => ({
  personId,
  grades,
  classGrades,
});
const gradeOf = (...rows: ReturnType<typeof row>[]) => gradeOfStudents(rows).get("p");

describe("gradeOfStudents", () => {
  it.each([
    ["the roster's grade", [row("p", ["07"], ["08"])], "7"],
    ["kindergarten under both names", [row("p", ["K"])], "KG"],
    ["the only grade after pre-kindergarten", [row("p", ["PK", "KG"])], "KG"],
    ["the one grade of the classes", [row("p", [], ["9"]), row("p", [], ["09"])], "9"],
    ["a class without a grade aside", [row("p", [], ["9"]), row("p", [], [])], "9"],
    ["the classes, where the roster names two", [row("p", ["09", "10"], ["10"])], "10"],
    ["a blank cell as none", [row("p", [" "], ["6"])], "6"],
  ])("takes %s", (_, rows, expected) => {
    expect(gradeOf(...rows)).toBe(expected);
  });

  it.each([
    ["nothing says one", [row("p", [])]],
    ["the classes are of different grades", [row("p", [], ["9"]), row("p", [], ["10"])]],
    ["a class is of several grades", [row("p", [], ["9", "10"])]],
    ["the student is before kindergarten", [row("p", ["PK"], ["PK"])]],
  ])("says no grade when %s", (_, rows) => {
    expect(gradeOf(...rows)).toBeUndefined();
  });

  it("does not depend on the order of the enrollments", () => {
    const grades = fc.subarray(["", "7", "07", "8", "PK"], { maxLength: 2 });
    const rows = fc.array(fc.tuple(fc.constantFrom("p", "q"), fc.constant([] as string[]), grades));
    fc.assert(
      fc.property(rows, grades, (found, own) => {
        const all = found.map(([id, none, of]) => row(id, id === "p" ? own : none, of));
        const forwards = gradeOfStudents(all);
        expect(new Map(gradeOfStudents([...all].reverse()))).toEqual(forwards);
      }),
    );
  });
});

describe("grades", () => {
  it("have one spelling each, and come in the order in which students pass through them", () => {
    expect(["007", " 7", "k", "ug", "10"].map(gradeKey)).toEqual(["7", "7", "KG", "UG", "10"]);
    expect(["UG", "10", "9", "KG", "1", "Other"].sort(compareGrades)).toEqual([
      "KG",
      "1",
      "9",
      "10",
      "Other",
      "UG",
    ]);
  });
});
