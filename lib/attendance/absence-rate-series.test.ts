import { describe, expect, it } from "vitest";
import { absenceRateSeries } from "@/lib/attendance/absence-rate-series";

const week = (classId: string, weekStart: string, studentDays: number, absentDays: number) => ({
  schoolId: "s",
  classId,
  weekStart,
  studentDays,
  absentDays,
});
const WEEKS = [
  week("b", "2025-09-08", 100, 10),
  week("a", "2025-09-01", 50, 5),
  week("b", "2025-09-01", 80, 4),
  week("c", "2025-09-01", 20, 1),
  week("a", "2025-09-15", 50, 0),
];

describe("absenceRateSeries", () => {
  it("puts a class beside the rest of its school, with null where there is nothing", () => {
    expect(absenceRateSeries(WEEKS, "a")).toEqual({
      ok: true,
      points: [
        { weekStart: "2025-09-01", classRate: 0.1, classDays: 50, restRate: 0.05, restDays: 100 },
        { weekStart: "2025-09-08", classRate: null, classDays: 0, restRate: 0.1, restDays: 100 },
        { weekStart: "2025-09-15", classRate: 0, classDays: 50, restRate: null, restDays: 0 },
      ],
    });
  });

  it.each([
    ["unknown-class", WEEKS, "z"],
    ["unknown-class", [], "a"],
    ["invalid-weeks", [...WEEKS, week("a", "2025-09-01", 50, 5)], "a"],
    ["several-schools", [...WEEKS, { ...week("a", "2025-09-01", 50, 5), schoolId: "t" }], "a"],
  ])("refuses: %s", (code, weeks, classId) => {
    expect(absenceRateSeries(weeks, classId)).toEqual({ ok: false, code });
  });
});
