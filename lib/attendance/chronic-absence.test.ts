import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absenceBand,
  chronicAbsence,
  chronicAbsenceByClass,
  summarizeChronicAbsence,
} from "@/lib/attendance/chronic-absence";

describe("absenceBand", () => {
  it.each([
    [180, 0, "satisfactory"],
    [180, 8, "satisfactory"],
    [180, 9, "at-risk"],
    [180, 17, "at-risk"],
    [180, 18, "moderate"],
    [180, 35, "moderate"],
    [180, 36, "severe"],
    [10, 1, "moderate"],
    [30, 3, "moderate"],
    [10, 10, "severe"],
    [9, 9, null],
    [0, 0, null],
  ])("of %i days, %i missed: %s", (enrolled, absent, band) => {
    expect(absenceBand(enrolled, absent)).toBe(band);
  });

  it("counts exactly 10% as chronic for every length of year", () => {
    for (let tenth = 1; tenth <= 300; tenth++)
      expect(absenceBand(10 * tenth, tenth)).not.toBe("at-risk");
  });

  it.each([
    [10, 11],
    [10, -1],
    [10.5, 1],
    [NaN, 0],
  ])("throws on %d days, %d missed", (n, y) => {
    expect(() => absenceBand(n, y)).toThrow(RangeError);
  });

  it("never improves with another day missed", () => {
    const order = ["satisfactory", "at-risk", "moderate", "severe"];
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 200 }), fc.nat(199), (enrolled, absent) => {
        fc.pre(absent < enrolled);
        const rank = (y: number) => order.indexOf(absenceBand(enrolled, y)!);
        expect(rank(absent + 1)).toBeGreaterThanOrEqual(rank(absent));
      }),
    );
  });
});

describe("summaries", () => {
  const students = chronicAbsence([
    { personId: "a", enrolledDays: 100, absentDays: 0 },
    { personId: "b", enrolledDays: 100, absentDays: 10 },
    { personId: "c", enrolledDays: 100, absentDays: 40 },
    { personId: "new", enrolledDays: 3, absentDays: 3 },
  ]);

  it("keeps those enrolled under 10 days out of the share", () => {
    expect(summarizeChronicAbsence(students)).toEqual({
      students: 4,
      classified: 3,
      bands: { satisfactory: 1, "at-risk": 0, moderate: 1, severe: 1 },
      chronic: 2,
    });
    expect(students[3]).toMatchObject({ band: null, chronic: null });
  });

  it("counts a student once a class and skips those without days", () => {
    const byClass = chronicAbsenceByClass(
      students,
      new Map([
        ["m", ["a", "b", "b", "ghost"]],
        ["n", []],
      ]),
    );
    expect(byClass.get("m")).toMatchObject({ students: 2, chronic: 1 });
    expect(byClass.get("n")).toMatchObject({ students: 0, classified: 0 });
  });
});
