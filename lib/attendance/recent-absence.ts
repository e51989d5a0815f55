import type { AbsenceRatePoint } from "@/lib/attendance/absence-rate-series";

/** School weeks in "the last weeks", and in those before them. */
const WEEKS = 4;

/** Absence in the last four school weeks of a class and in the four before, as shares of student-days, 0 to 1. */
export interface RecentAbsence {
  readonly own: number;
  /** Of the rest of the school in the same weeks; null where it has none. */
  readonly rest: number | null;
  /** Null with fewer than four weeks before. */
  readonly before: { readonly own: number; readonly rest: number | null } | null;
}

/** Null with fewer than four weeks in which the class had student-days. Takes weeks oldest first. */
export function recentAbsence(points: readonly AbsenceRatePoint[]): RecentAbsence | null {
  const school = points.filter(({ classDays }) => classDays > 0);
  if (school.length < WEEKS) return null;
  const last = ratesOf(school.slice(-WEEKS));
  const before = school.length < 2 * WEEKS ? null : ratesOf(school.slice(-2 * WEEKS, -WEEKS));
  return { ...last, before };
}

function ratesOf(points: readonly AbsenceRatePoint[]): { own: number; rest: number | null } {
  const own = points.map(({ classRate, classDays }) => ({ rate: classRate, days: classDays }));
  const rest = points.map(({ restRate, restDays }) => ({ rate: restRate, days: restDays }));
  return { own: weighted(own) ?? 0, rest: weighted(rest) };
}

/** The mean over student-days; null without any. */
function weighted(
  weeks: readonly { readonly rate: number | null; readonly days: number }[],
): number | null {
  const days = weeks.reduce((sum, week) => sum + week.days, 0);
  const absent = weeks.reduce((sum, { rate, days: of }) => sum + (rate ?? 0) * of, 0);
  return days === 0 ? null : absent / days;
}
