import { describe, expect, it } from "vitest";
import calibrated from "@/lib/attendance/calibrated-thresholds.json";
import { RISING_THRESHOLDS } from "@/lib/attendance/rising-looks";
import { risingThresholds } from "@/lib/attendance/rising-thresholds";

const first = (weeks: number) => risingThresholds("new-absences", "class", { weeks, before: 0 });

describe("thresholds of a term", () => {
  it("are the reference's for a class, 18 weeks and no term before, and when nothing is known", () => {
    for (const series of ["new-absences", "absent-days"] as const) {
      expect(risingThresholds(series)).toEqual(RISING_THRESHOLDS[series]);
      expect(risingThresholds(series, "class", { weeks: 18, before: 0 })).toEqual(
        RISING_THRESHOLDS[series],
      );
    }
  });

  it("lie within .1 of what was calibrated for those 18 weeks", () => {
    for (const series of ["new-absences", "absent-days"] as const) {
      const row = calibrated.terms.find(
        (each) =>
          each.series === series &&
          each.level === "class" &&
          each.weeks === 18 &&
          each.before === 0,
      )!;
      expect(Math.abs(row.watch - RISING_THRESHOLDS[series].watch)).toBeLessThan(0.1);
      expect(Math.abs(row.act - RISING_THRESHOLDS[series].act)).toBeLessThan(0.1);
    }
  });

  it("rise with the number of looks, between calibrated lengths too", () => {
    const lengths = [10, 11, 12, 14, 18, 19, 25, 36];
    const acts = lengths.map((weeks) => first(weeks).act);
    expect(acts).toEqual([...acts].sort((a, b) => a - b));
    expect(first(11).watch).toBeCloseTo((first(10).watch + first(12).watch) / 2, 10);
  });

  it("are those of the shortest and longest length beyond them", () => {
    expect(first(5)).toEqual(first(10));
    expect(first(52)).toEqual(first(36));
  });

  it("are higher for a term that is looked at from its first week on", () => {
    const later = risingThresholds("new-absences", "class", { weeks: 18, before: 18 });
    expect(later.act).toBeGreaterThan(first(18).act);
    expect(risingThresholds("new-absences", "class", { weeks: 18, before: 3 })).toEqual(later);
  });

  it("exist for grades and schools", () => {
    for (const level of ["grade", "school"] as const) {
      const { watch, act } = risingThresholds("new-absences", level);
      expect(watch).toBeGreaterThan(2);
      expect(act).toBeGreaterThan(watch);
    }
  });
});
