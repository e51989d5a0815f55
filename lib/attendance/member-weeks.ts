import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import type { SchoolWeeks } from "@/lib/attendance/school-weeks";
import type { WeekTotals } from "@/lib/attendance/week-tally";

/** One of the groups that are compared with each other: its weeks by Monday. */
export interface Member {
  readonly id: string;
  readonly weeks: ReadonlyMap<string, WeekTotals>;
}

/** The window of a group: what it holds, and what everybody else holds in the same weeks. */
export interface WindowTotals {
  /** Mondays of the first and of the last week. */
  readonly from: string;
  readonly through: string;
  readonly studentDays: number;
  readonly absentDays: number;
  readonly restDays: number;
  readonly restAbsent: number;
}

/** Weeks as the rising-absence rule takes them, with new absences as counts. */
export function denseWeeks(members: readonly Member[], weekStarts: readonly string[]): SchoolWeeks {
  const size = members.length * weekStarts.length;
  const dense = {
    schoolId: "",
    classIds: members.map(({ id }) => id),
    weekStarts,
    studentDays: new Float64Array(size),
    counts: new Float64Array(size),
    contributors: new Float64Array(size).fill(-1),
  };
  let at = 0;
  for (const { weeks } of members) {
    for (const weekStart of weekStarts) {
      const week = weeks.get(weekStart);
      if (week !== undefined) {
        dense.studentDays[at] = week.studentDays;
        dense.counts[at] = week.newAbsences;
        dense.contributors[at] = week.windowContributors;
      }
      at += 1;
    }
  }
  return dense;
}

/** Windows by member: what it holds, and what all the others together hold. */
export function windowsOf(
  members: readonly Member[],
  weekStarts: readonly string[],
): WindowTotals[] {
  const starts = weekStarts.slice(-WINDOW_WEEKS);
  const own = members.map((member) => totalsOf(member, starts));
  const days = own.reduce((sum, { studentDays }) => sum + studentDays, 0);
  const absent = own.reduce((sum, { absentDays }) => sum + absentDays, 0);
  const span = { from: starts[0] ?? "", through: starts.at(-1) ?? "" };
  return own.map(({ studentDays, absentDays }) => ({
    ...{ ...span, studentDays, absentDays },
    ...{ restDays: days - studentDays, restAbsent: absent - absentDays },
  }));
}

/** Student-days and absent days of a member in these weeks. */
function totalsOf(
  { weeks }: Pick<Member, "weeks">,
  starts: readonly string[],
): { studentDays: number; absentDays: number } {
  const totals = { studentDays: 0, absentDays: 0 };
  for (const start of starts) {
    totals.studentDays += weeks.get(start)?.studentDays ?? 0;
    totals.absentDays += weeks.get(start)?.absentDays ?? 0;
  }
  return totals;
}
