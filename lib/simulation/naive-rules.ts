import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { MINIMUM_BASELINE_WEEKS } from "@/lib/attendance/rising-looks";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";

/** Rules that schools use or could think of, all on days missed in the last 4 weeks. */
export const NAIVE_RULES = ["ten-percent", "two-points", "three-sigma"] as const;
export type NaiveRule = (typeof NAIVE_RULES)[number];

/** Share of days missed in the weeks from..to, the last not included. */
function shareOf(group: SchoolWeeks, start: number, from: number, to: number) {
  let [days, absent] = [0, 0];
  for (let week = from; week < to; week++) {
    days += group.studentDays[start + week] ?? 0;
    absent += group.counts[start + week] ?? 0;
  }
  return { days, share: days === 0 ? 0 : absent / days };
}

/**
 * Which groups each naive rule would flag at any time of the term: at least 10% missed over 4 weeks; at least 2 points
 * more than in the 4 weeks before; more than 3 binomial standard deviations above all weeks before the window.
 * @returns by rule, one boolean a group.
 */
export function naiveFlags(group: SchoolWeeks): Record<NaiveRule, boolean[]> {
  const weeks = group.weekStarts.length;
  const flags = { "ten-percent": [], "two-points": [], "three-sigma": [] } as Record<
    NaiveRule,
    boolean[]
  >;
  for (const classAt of group.classIds.keys()) {
    const start = classAt * weeks;
    const found = { "ten-percent": false, "two-points": false, "three-sigma": false };
    for (let end = WINDOW_WEEKS; end <= weeks; end++) {
      const from = end - WINDOW_WEEKS;
      const now = shareOf(group, start, from, end);
      if (now.share >= 0.1) found["ten-percent"] = true;
      if (from < MINIMUM_BASELINE_WEEKS) continue;
      const before = shareOf(group, start, from - WINDOW_WEEKS, from);
      if (now.share - before.share >= 0.02) found["two-points"] = true;
      const usual = shareOf(group, start, 0, from).share;
      const sigma = Math.sqrt((usual * (1 - usual)) / now.days);
      if (now.share > usual + 3 * sigma) found["three-sigma"] = true;
    }
    for (const rule of NAIVE_RULES) flags[rule].push(found[rule]);
  }
  return flags;
}
