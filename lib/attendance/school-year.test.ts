import { describe, expect, it } from "vitest";
import { sameWeekLastYear, schoolYearStart } from "@/lib/attendance/school-year";

describe("schoolYearStart", () => {
  const dates = ["2025-09-01", "2026-05-29", "2026-08-31", "2026-09-28", "2026-10-26"];

  it("is what the roster's school year says, its last day not included", () => {
    const years = [
      { startDate: "2025-08-15", endDate: "2026-07-01" },
      { startDate: "2026-08-01", endDate: "2027-07-01" },
    ];
    expect(schoolYearStart(dates, years)).toBe("2026-08-01");
    expect(schoolYearStart(["2026-05-22", "2026-07-01"], years)).toBe("2026-07-01");
  });

  it("is the first day after the summer where the roster lists no year for the last day", () => {
    const old = [{ startDate: "2025-08-15", endDate: "2026-07-01" }];
    expect(schoolYearStart(dates.slice(1), old)).toBe("2026-08-31");
    // The winter break of 24 days is none; neither is a break of five weeks to the day.
    expect(schoolYearStart(["2026-12-18", "2027-01-11", "2027-02-15"], [])).toBe("2026-12-18");
    expect(schoolYearStart(["2026-12-18", "2027-01-23"], [])).toBe("2027-01-23");
  });

  it("is not known without a day", () => {
    expect(schoolYearStart([], [])).toBeNull();
  });
});

describe("sameWeekLastYear", () => {
  it("is a Monday again, also over a leap day", () => {
    expect(sameWeekLastYear("2026-11-16")).toBe("2025-11-17");
    expect(sameWeekLastYear("2024-09-02")).toBe("2023-09-04");
  });
});
