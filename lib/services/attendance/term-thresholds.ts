import type { AbsenceSeries, RisingThresholds } from "@/lib/attendance/rising-looks";
import { type RisingLevel, risingThresholds } from "@/lib/attendance/rising-thresholds";
import { termOfWeek } from "@/lib/attendance/term-weeks";
import type { Tx } from "@/lib/data/client";
import { listTerms } from "@/lib/data/terms";

/**
 * Thresholds by the week in which a look ends, for the length of the term that the week lies in. Where the roster lists
 * no term: those of 18 weeks, or of as many as there are if there are more.
 */
export async function termThresholds(
  tx: Tx,
  series: AbsenceSeries,
  level: RisingLevel,
  weeks: readonly { readonly weekStart: string }[],
): Promise<(weekStart: string) => RisingThresholds> {
  const weekStarts = [...new Set(weeks.map(({ weekStart }) => weekStart))].sort();
  const termOf = termOfWeek(await listTerms(tx), weekStarts);
  const unlisted = { weeks: Math.max(18, weekStarts.length), before: 0 };
  return (weekStart) => risingThresholds(series, level, termOf(weekStart) ?? unlisted);
}
