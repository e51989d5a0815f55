import { describe, expect, it } from "vitest";
import { isoDate } from "@/lib/attendance/calendar-date";
import { termOfWeek } from "@/lib/attendance/term-weeks";

/** Monday 2026-08-31. */
const FIRST = 20_696;
const monday = (week: number) => isoDate(FIRST + 7 * week);
const mondays = (count: number, without: readonly number[] = []) =>
  Array.from({ length: count }, (_, week) => week)
    .filter((week) => !without.includes(week))
    .map(monday);
const AUTUMN = { startDate: isoDate(FIRST + 1), endDate: isoDate(FIRST + 7 * 17 + 5) };
const SPRING = { startDate: monday(18), endDate: monday(38) };

describe("the term a week lies in", () => {
  it("counts weeks held and weeks to come, and no holiday that is known", () => {
    expect(termOfWeek([AUTUMN], mondays(10))(monday(9))).toEqual({ weeks: 18, before: 0 });
    expect(termOfWeek([AUTUMN], mondays(10, [4]))(monday(9))).toEqual({ weeks: 17, before: 0 });
    expect(termOfWeek([AUTUMN], mondays(18, [4, 12]))(monday(9))).toEqual({
      weeks: 16,
      before: 0,
    });
  });

  it("knows how many weeks there are before the term, and which term each week has", () => {
    const term = termOfWeek([AUTUMN, SPRING], mondays(24));
    expect(term(monday(17))).toEqual({ weeks: 18, before: 0 });
    expect(term(monday(18))).toEqual({ weeks: 20, before: 18 });
  });

  it("takes the longest of several, and knows when it knows none", () => {
    const half = { startDate: monday(0), endDate: monday(9) };
    const term = termOfWeek([half, AUTUMN], mondays(12));
    expect(term(monday(2))).toEqual({ weeks: 18, before: 0 });
    expect(term(monday(30))).toBeNull();
    expect(termOfWeek([], mondays(12))(monday(2))).toBeNull();
  });
});
