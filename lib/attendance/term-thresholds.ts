import type { AbsenceSeries, ThresholdsByWeek } from "@/lib/attendance/rising-looks";
import { type RisingLevel, risingThresholds } from "@/lib/attendance/rising-thresholds";
import { type ListedTerm, termOfWeek } from "@/lib/attendance/term-weeks";

/**
 * Thresholds by the week in which a look ends, for the length of the term that the week lies in. Where the roster lists
 * no term: those of 18 weeks, or of as many as there are if there are more.
 * @param weekStarts Mondays of the weeks that are looked at, in any order and as often as they come
 */
export function termThresholds(
  terms: readonly ListedTerm[],
  series: AbsenceSeries,
  level: RisingLevel,
  weekStarts: readonly string[],
): ThresholdsByWeek {
  const once = [...new Set(weekStarts)].sort();
  const termOf = termOfWeek(terms, once);
  const unlisted = { weeks: Math.max(18, once.length), before: 0 };
  return (weekStart) => risingThresholds(series, level, termOf(weekStart) ?? unlisted);
}
