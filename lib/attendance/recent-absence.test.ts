import { describe, expect, it } from "vitest";
import type { AbsenceRatePoint } from "@/lib/attendance/absence-rate-series";
import { recentAbsence } from "@/lib/attendance/recent-absence";

function week(
  classDays: number,
  classAbsent: number,
  restDays = 1000,
  restAbsent = 50,
): AbsenceRatePoint {
  return {
    weekStart: "2026-09-07",
    classDays,
    classRate: classDays === 0 ? null : classAbsent / classDays,
    restDays,
    restRate: restDays === 0 ? null : restAbsent / restDays,
  };
}

describe("recent absence", () => {
  it("weighs weeks by their student-days", () => {
    const found = recentAbsence([week(100, 10), week(100, 10), week(100, 10), week(10, 10)]);
    expect(found?.own).toBeCloseTo(40 / 310, 12);
    expect(found?.rest).toBeCloseTo(0.05, 12);
    expect(found?.before).toBeNull();
  });

  it("takes the four school weeks before, without holidays", () => {
    const weeks = [
      ...Array.from({ length: 4 }, () => week(100, 4)),
      week(0, 0),
      ...Array.from({ length: 4 }, () => week(100, 9)),
    ];
    expect(recentAbsence(weeks)?.own).toBeCloseTo(0.09, 12);
    expect(recentAbsence(weeks)?.before?.own).toBeCloseTo(0.04, 12);
  });

  it("says nothing of three weeks, and nothing of a rest that is not there", () => {
    expect(recentAbsence([week(100, 4), week(100, 4), week(0, 0), week(100, 4)])).toBeNull();
    const alone = Array.from({ length: 4 }, () => week(100, 4, 0, 0));
    expect(recentAbsence(alone)?.rest).toBeNull();
  });
});
