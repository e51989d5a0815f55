import { describe, expect, it } from "vitest";
import { isSinceYearStart, sameWeekLastYear, schoolYearStart } from "@/lib/attendance/school-year";

describe("schoolYearStart", () => {
  const weeks = ["2025-09-01", "2026-05-25", "2026-08-31", "2026-09-28", "2026-10-26"];

  it("is what the roster's school year says, its last day not included", () => {
    const years = [
      { startDate: "2025-08-15", endDate: "2026-07-01" },
      { startDate: "2026-08-01", endDate: "2027-07-01" },
    ];
    expect(schoolYearStart(weeks, years)).toBe("2026-08-01");
    expect(schoolYearStart(["2026-05-25"], years)).toBe("2025-08-15");
    // A year that begins on a Wednesday begins in this week.
    const late = [{ startDate: "2026-09-02", endDate: "2027-07-01" }];
    expect(schoolYearStart(weeks.slice(0, 3), late)).toBe("2026-09-02");
  });

  it("is the first week after the summer where the roster lists no year for the last week", () => {
    const old = [{ startDate: "2025-08-15", endDate: "2026-07-01" }];
    expect(schoolYearStart(weeks, old)).toBe("2026-08-31");
    // Three weeks of winter, and four, are no summer; five are.
    expect(schoolYearStart(["2026-12-14", "2027-01-11", "2027-02-15"], [])).toBe("2026-12-14");
    expect(schoolYearStart(["2026-12-14", "2027-01-25"], [])).toBe("2027-01-25");
  });

  it("is not known without a week", () => {
    expect(schoolYearStart([], [])).toBeNull();
  });
});

describe("weeks", () => {
  it("belong to the year that begins in them", () => {
    expect(isSinceYearStart("2026-08-31", "2026-09-02")).toBe(true);
    expect(isSinceYearStart("2026-08-24", "2026-09-02")).toBe(false);
  });

  it("lay 52 weeks earlier in the year before, on a Monday, also over a leap day", () => {
    expect(sameWeekLastYear("2026-11-16")).toBe("2025-11-17");
    expect(sameWeekLastYear("2024-09-02")).toBe("2023-09-04");
  });
});
