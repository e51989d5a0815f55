import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";

/** A school year as the roster lists it; ISO dates, `endDate` the day after its last (OneRoster). */
export interface SchoolYear {
  readonly startDate: string;
  readonly endDate: string;
}

/** No break within a school year is this long, and no summer is shorter where the roster is silent. */
const SUMMER_DAYS = 35;

/**
 * First day of the school year that the last of these school days belongs to: as the roster's school
 * year says; where it lists none for that day, the first school day after the last break of five
 * weeks or more. `null` without days. `dates`: ISO dates, ascending.
 */
export function schoolYearStart(
  dates: readonly string[],
  years: readonly SchoolYear[],
): string | null {
  const last = dates.at(-1);
  if (last === undefined) return null;
  const listed = years
    .filter(({ startDate, endDate }) => startDate <= last && last < endDate)
    .map(({ startDate }) => startDate)
    .sort();
  const latest = listed.at(-1);
  if (latest !== undefined) return latest;
  for (let at = dates.length - 1; at > 0; at--) {
    const [day, before] = [dates[at] ?? last, dates[at - 1] ?? last];
    if (dayNumber(day) - dayNumber(before) > SUMMER_DAYS) return day;
  }
  return dates[0] ?? null;
}

/** Days by which the same week lay earlier in the year before: 52 weeks, so that weekdays agree. */
const YEAR_DAYS = 364;

/** The Monday 52 weeks before a Monday. */
export function sameWeekLastYear(weekStart: string): string {
  return isoDate(dayNumber(weekStart) - YEAR_DAYS);
}
