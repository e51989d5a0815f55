import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { betaQuantile } from "@/lib/psychometrics/beta";
import { isSinceYearStart, sameWeekLastYear } from "@/lib/attendance/school-year";
import type { WeekTotals } from "@/lib/attendance/week-tally";

export type YearWeek = Pick<WeekTotals, "weekStart" | "studentDays" | "absentDays">;

/** A school's last weeks beside the same weeks of its last school year. Rates: shares of student-days. */
export interface YearComparison {
  readonly ok: true;
  /** Mondays of the weeks of this year that are compared, ascending: three or four. */
  readonly weeks: readonly string[];
  readonly rate: number;
  readonly rateBefore: number;
  readonly studentDays: number;
  readonly studentDaysBefore: number;
  /** `rate / rateBefore` and its 95% interval. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** How much more than by chance alone the school's runs of four weeks differ from each other. */
  readonly phi: number;
}

export type YearRefusal =
  /** Fewer than three of the last four weeks have a counterpart with attendance a year before. */
  | "no-earlier-weeks"
  /** Last year's weeks hold less than half of this year's student-days: not the same school. */
  | "part-of-last-year"
  /** Nobody was absent in one of the two, or too few weeks are known for an interval. */
  | "too-little";

const MINIMUM_WEEKS = 3;
const PART_OF_LAST_YEAR = 0.5;
/** Degrees of freedom of φ: from fewer it is a guess. Two years of ten weeks have two. */
const MINIMUM_FREEDOM = 2;

/**
 * Compares a school with itself: absent days of its last four weeks of this school year with those
 * of the weeks that lay 52 weeks earlier.
 *
 * R = (O₁/N₁)/(O₀/N₀), interval R·exp(±t·√(φ(1/O₁ + 1/O₀))): the quasi-Poisson interval of a ratio
 * of two rates (McCullagh and Nelder 1989, ch. 9). φ = Σ(Y−N·r)²/(N·r)/f over the runs of four weeks
 * of both years, with r the year's own rate and f the runs less one a year; at least 1. Runs, and not
 * single weeks, because absence that wanders from week to week moves four weeks together. t is
 * Student's with f degrees of freedom.
 *
 * A statement and no flag: other students, another winter, another way of keeping attendance are in
 * it too. `weeks`: all of the school's weeks, ascending.
 */
export function compareWithEarlierYear(
  weeks: readonly YearWeek[],
  yearStart: string,
): YearComparison | { readonly ok: false; readonly code: YearRefusal } {
  const present = weeks.filter(({ weekStart }) => isSinceYearStart(weekStart, yearStart));
  const earlier = weeks.filter(({ weekStart }) => !isSinceYearStart(weekStart, yearStart));
  const before = new Map(earlier.map((week) => [week.weekStart, week]));
  const pairs = present.slice(-WINDOW_WEEKS).flatMap((now) => {
    const then = before.get(sameWeekLastYear(now.weekStart));
    return then === undefined ? [] : [{ now, then }];
  });
  if (pairs.length < MINIMUM_WEEKS) return { ok: false, code: "no-earlier-weeks" };
  const now = totals(pairs.map((pair) => pair.now));
  const then = totals(pairs.map((pair) => pair.then));
  if (then.days < PART_OF_LAST_YEAR * now.days) return { ok: false, code: "part-of-last-year" };
  const { phi, freedom } = dispersion([present, earlier]);
  if (now.absent === 0 || then.absent === 0 || freedom < MINIMUM_FREEDOM)
    return { ok: false, code: "too-little" };
  const [rate, rateBefore] = [now.absent / now.days, then.absent / then.days];
  const spread = Math.exp(
    studentQuantile(freedom) * Math.sqrt(phi * (1 / now.absent + 1 / then.absent)),
  );
  const ratio = rate / rateBefore;
  return {
    ...{ ok: true, weeks: pairs.map((pair) => pair.now.weekStart), rate, rateBefore, ratio, phi },
    ...{ studentDays: now.days, studentDaysBefore: then.days },
    ...{ low: ratio / spread, high: ratio * spread },
  };
}

function totals(weeks: readonly YearWeek[]): { days: number; absent: number } {
  return {
    days: weeks.reduce((sum, week) => sum + week.studentDays, 0),
    absent: weeks.reduce((sum, week) => sum + week.absentDays, 0),
  };
}

/** Weeks in runs of four, counted back from the last; the first ones that fill no run are left out. */
function runsOf(weeks: readonly YearWeek[]): { days: number; absent: number }[] {
  const first = weeks.length % WINDOW_WEEKS;
  return Array.from({ length: Math.floor(weeks.length / WINDOW_WEEKS) }, (_, run) =>
    totals(weeks.slice(first + run * WINDOW_WEEKS, first + (run + 1) * WINDOW_WEEKS)),
  );
}

function dispersion(years: readonly (readonly YearWeek[])[]): { phi: number; freedom: number } {
  let [squares, freedom] = [0, 0];
  for (const runs of years.map(runsOf)) {
    const days = runs.reduce((sum, run) => sum + run.days, 0);
    const absent = runs.reduce((sum, run) => sum + run.absent, 0);
    if (absent === 0) continue;
    for (const run of runs) {
      const mean = (run.days * absent) / days;
      squares += (run.absent - mean) ** 2 / mean;
    }
    freedom += runs.length - 1;
  }
  return { phi: freedom === 0 ? 1 : Math.max(1, squares / freedom), freedom };
}

/** Upper 2.5% point of Student's t, from the beta distribution of f/(f + t²). */
function studentQuantile(freedom: number): number {
  const share = betaQuantile(0.05, freedom / 2, 0.5);
  return Math.sqrt(freedom * (1 / share - 1));
}
