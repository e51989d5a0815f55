import { dayNumber, mondayOf } from "@/lib/attendance/calendar-date";
import type { TermWeeks } from "@/lib/attendance/rising-thresholds";

/** A term or semester as the roster lists it; ISO dates, `endDate` the day after its last (OneRoster). */
export interface ListedTerm {
  readonly startDate: string;
  readonly endDate: string;
}

const DAYS_OF_WEEK = 7;

/**
 * For a week, the term that it lies in, in school weeks: those with school so far, and every week still to come. Of
 * several terms that hold the week the longest. `null` where the roster lists none.
 * @param weekStarts Mondays of the weeks with school, ISO dates, ascending.
 */
export function termOfWeek(
  terms: readonly ListedTerm[],
  weekStarts: readonly string[],
): (weekStart: string) => TermWeeks | null {
  const held = weekStarts.map(dayNumber);
  const last = held.at(-1) ?? 0;
  const shapes = terms.map(({ startDate, endDate }) => {
    const from = mondayOf(dayNumber(startDate));
    const to = dayNumber(endDate);
    const toCome = Math.ceil((to - Math.max(from, last + DAYS_OF_WEEK)) / DAYS_OF_WEEK);
    const weeks = held.filter((week) => week >= from && week < to).length + Math.max(0, toCome);
    return { from, to, weeks, before: held.filter((week) => week < from).length };
  });
  const longestFirst = shapes.sort((a, b) => b.weeks - a.weeks);
  return (weekStart) => {
    const day = dayNumber(weekStart);
    const term = longestFirst.find(({ from, to }) => day >= from && day < to);
    return term === undefined ? null : { weeks: term.weeks, before: term.before };
  };
}
