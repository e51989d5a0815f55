import { dayNumber, isoDate, mondayOf } from "@/lib/attendance/calendar-date";

/** A school year as the roster lists it; ISO dates, `endDate` the day after its last (OneRoster). */
export interface SchoolYear {
  readonly startDate: string;
  readonly endDate: string;
}

/** From one Monday to the next with school. A longer break is a summer where the roster is silent. */
const LONGEST_BREAK_DAYS = 35;

/**
 * First day of the school year that the last of a school's weeks belongs to: as the roster's school
 * year says; where it lists none, the first week after the last break of five whole weeks or more.
 * `null` without weeks. `weekStarts`: Mondays of the weeks with school, ISO dates, ascending.
 */
export function schoolYearStart(
  weekStarts: readonly string[],
  years: readonly SchoolYear[],
): string | null {
  const last = weekStarts.at(-1);
  if (last === undefined) return null;
  const listed = years
    .filter(({ startDate, endDate }) => mondayBefore(startDate) <= last && last < endDate)
    .map(({ startDate }) => startDate)
    .sort();
  const latest = listed.at(-1);
  if (latest !== undefined) return latest;
  for (let at = weekStarts.length - 1; at > 0; at--) {
    const [week, before] = [weekStarts[at] ?? last, weekStarts[at - 1] ?? last];
    if (dayNumber(week) - dayNumber(before) > LONGEST_BREAK_DAYS) return week;
  }
  return weekStarts[0] ?? null;
}

/** True when the week of this Monday lies in the school year that begins on `yearStart`, or later. */
export function isSinceYearStart(weekStart: string, yearStart: string): boolean {
  return weekStart >= mondayBefore(yearStart);
}

function mondayBefore(date: string): string {
  return isoDate(mondayOf(dayNumber(date)));
}

/** Days by which the same week lay earlier in the year before: 52 weeks, so that weekdays agree. */
const YEAR_DAYS = 364;

/** The Monday 52 weeks before a Monday. */
export function sameWeekLastYear(weekStart: string): string {
  return isoDate(dayNumber(weekStart) - YEAR_DAYS);
}
