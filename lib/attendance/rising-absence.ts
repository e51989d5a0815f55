import { type ClassWeek, WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { pooledDispersion } from "@/lib/attendance/dispersion";
import {
  arrangeBySchool,
  expectedCounts,
  type InvalidWeek,
  type SchoolWeeks,
  type WeekCount,
} from "@/lib/attendance/school-weeks";

export type AbsenceSeries = "new-absences" | "absent-days";
export type RisingTier = "none" | "watch" | "act";

/** Calibrated for 18 weeks and 11 looks; other lengths need their own simulation. */
export const RISING_THRESHOLDS: Readonly<Record<AbsenceSeries, { watch: number; act: number }>> = {
  "new-absences": { watch: 2.52, act: 3.13 },
  "absent-days": { watch: 2.87, act: 3.57 },
};
export const MINIMUM_RATIO = 1.25;
export const MINIMUM_CONTRIBUTORS = 3;
export const MINIMUM_BASELINE_WEEKS = 4;
/** Weight of the class's prior level 1: the standard deviation of levels between classes is .3. */
const PRIOR = 1 / 0.3 ** 2;

export type RisingRefusal =
  /** Fewer than 4 weeks with data before the window. */
  | "short-baseline"
  /** The class has no student-days in a week of the window in which its school does. */
  | "gap-in-window"
  /** No other class of the school has student-days in a week of the window. */
  | "no-comparison";

interface Look {
  readonly schoolId: string;
  readonly classId: string;
  /** Last week of the window. */
  readonly weekStart: string;
}

export interface RisingResult extends Look {
  readonly ok: true;
  readonly phi: number;
  /** O: count in the window. */
  readonly observed: number;
  /** μ: count to expect in the window. */
  readonly expected: number;
  /** θ: the class's usual level beside the rest of its school. */
  readonly level: number;
  readonly z: number;
  /** By z alone; for calibration and evidence, not for display. */
  readonly tierByZ: RisingTier;
  /** What may be shown. `null`: z is past a threshold but a condition for showing is not met. */
  readonly tier: RisingTier | null;
  readonly hiddenBecause: "small-ratio" | "few-contributors" | "contributors-unknown" | null;
  /** Distinct students behind the window; `null` when unknown. */
  readonly contributors: number | null;
}

export type RisingLook =
  RisingResult | (Look & { readonly ok: false; readonly code: RisingRefusal });

/**
 * The rising-absence rule of statistics.md for every class: an overdispersed count in the school's
 * last 4 weeks against the class's own level and the rest of its school in the same weeks.
 *
 * E and φ as in `expectedCounts` and `pooledDispersion`, φ by school. θ = (a + O_B/φ)/(a + E_B/φ)
 * and V_θ = (a + O_B/φ)/(a + E_B/φ)² over the weeks before the window, a = 1/.3²; μ = E_W·θ;
 * V = φμ + E_W²·V_θ; z = (O^⅔ − μ^⅔)/(⅔·μ^(−⅓)·√V). Shown only if O/μ ≥ 1.25 and at least 3
 * students contribute.
 *
 * Weeks are the school's weeks with student-days, so a holiday is skipped and not crossed. A look
 * that cannot be made is a refusal with its reason; no number is ever NaN. Invalid input (doubled
 * weeks, impossible counts) refuses everything, with the list.
 *
 * `looks`: `all` gives every week with enough weeks before it, `latest` only the school's last.
 * Results come by school, then week, then class. O(classes × weeks) a look.
 */
export function risingAbsence(
  weeks: readonly WeekCount[],
  series: AbsenceSeries,
  looks: "all" | "latest" = "all",
): { ok: true; looks: RisingLook[] } | { ok: false; invalid: InvalidWeek[] } {
  const arranged = arrangeBySchool(weeks);
  if (!arranged.ok) return arranged;
  const results: RisingLook[] = [];
  for (const school of arranged.schools) {
    const last = school.weekStarts.length - 1;
    const first = WINDOW_WEEKS + MINIMUM_BASELINE_WEEKS - 1;
    if (last < 0) continue;
    const expected = expectedCounts(school);
    const sums = runningSums(school, expected);
    for (let week = looks === "all" ? Math.min(first, last) : last; week <= last; week++) {
      const phi = pooledDispersion(school, expected, week);
      for (let classAt = 0; classAt < school.classIds.length; classAt++)
        results.push(lookAt(school, sums, classAt, week, phi, series));
    }
  }
  return { ok: true, looks: results };
}

/** Class-weeks as input of `risingAbsence`. Contributors are known for new absences only. */
export function weekCounts(weeks: readonly ClassWeek[], series: AbsenceSeries): WeekCount[] {
  return weeks.map(({ schoolId, classId, weekStart, studentDays, ...week }) => {
    const key = { schoolId, classId, weekStart, studentDays };
    return series === "new-absences"
      ? { ...key, count: week.newAbsences, contributors: week.windowContributors }
      : { ...key, count: week.absentDays, contributors: null };
  });
}

/** Sums over the weeks before each week, class by class; one column more than weeks. */
interface RunningSums {
  readonly counts: Float64Array;
  readonly expected: Float64Array;
  /** Weeks with student-days and with a comparison. */
  readonly comparable: Int32Array;
  readonly withDays: Int32Array;
}

function runningSums(school: SchoolWeeks, expected: Float64Array): RunningSums {
  const weekCount = school.weekStarts.length;
  const size = school.classIds.length * (weekCount + 1);
  const sums = {
    counts: new Float64Array(size),
    expected: new Float64Array(size),
    comparable: new Int32Array(size),
    withDays: new Int32Array(size),
  };
  for (let classAt = 0; classAt < school.classIds.length; classAt++) {
    for (let week = 0; week < weekCount; week++) {
      const at = classAt * weekCount + week;
      const to = classAt * (weekCount + 1) + week + 1;
      const e = expected[at] ?? 0;
      // A week without a comparison tells nothing about the level: its count is left out too.
      sums.counts[to] = (sums.counts[to - 1] ?? 0) + (e > 0 ? (school.counts[at] ?? 0) : 0);
      sums.expected[to] = (sums.expected[to - 1] ?? 0) + e;
      sums.comparable[to] = (sums.comparable[to - 1] ?? 0) + (e > 0 ? 1 : 0);
      const met = (school.studentDays[at] ?? 0) > 0 ? 1 : 0;
      sums.withDays[to] = (sums.withDays[to - 1] ?? 0) + met;
    }
  }
  return sums;
}

function lookAt(
  school: SchoolWeeks,
  sums: RunningSums,
  classAt: number,
  week: number,
  phi: number,
  series: AbsenceSeries,
): RisingLook {
  const weekCount = school.weekStarts.length;
  const look = {
    schoolId: school.schoolId,
    classId: school.classIds[classAt] ?? "",
    weekStart: school.weekStarts[week] ?? "",
  };
  const start = classAt * (weekCount + 1);
  const split = start + Math.max(0, week + 1 - WINDOW_WEEKS);
  const end = start + week + 1;
  if (week + 1 < WINDOW_WEEKS + MINIMUM_BASELINE_WEEKS)
    return { ...look, ok: false, code: "short-baseline" };
  if (between(sums.withDays, split, end) < WINDOW_WEEKS)
    return { ...look, ok: false, code: "gap-in-window" };
  if (between(sums.comparable, split, end) < WINDOW_WEEKS)
    return { ...look, ok: false, code: "no-comparison" };
  if (between(sums.comparable, start, split) < MINIMUM_BASELINE_WEEKS)
    return { ...look, ok: false, code: "short-baseline" };

  const observed = between(sums.counts, split, end);
  const windowExpected = between(sums.expected, split, end);
  const weight = PRIOR + between(sums.expected, start, split) / phi;
  const level = (PRIOR + between(sums.counts, start, split) / phi) / weight;
  const expected = windowExpected * level;
  const variance = phi * expected + windowExpected ** 2 * (level / weight);
  const z =
    (observed ** (2 / 3) - expected ** (2 / 3)) /
    ((2 / 3) * expected ** (-1 / 3) * Math.sqrt(variance));
  const known = school.contributors[classAt * weekCount + week] ?? -1;
  const contributors = known < 0 ? null : known;
  const tierByZ = tierOf(z, series);
  const hiddenBecause = tierByZ === "none" ? null : hiding(observed / expected, contributors);
  // Written out, not spread from `look`: this line runs a million times for a large district.
  return {
    schoolId: look.schoolId,
    classId: look.classId,
    weekStart: look.weekStart,
    ok: true,
    phi,
    observed,
    expected,
    level,
    z,
    tierByZ,
    tier: hiddenBecause === null ? tierByZ : null,
    hiddenBecause,
    contributors,
  };
}

/** A running sum's part between two columns. */
function between(sums: Float64Array | Int32Array, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

function tierOf(z: number, series: AbsenceSeries): RisingTier {
  const { watch, act } = RISING_THRESHOLDS[series];
  return z >= act ? "act" : z >= watch ? "watch" : "none";
}

function hiding(ratio: number, contributors: number | null): RisingResult["hiddenBecause"] {
  if (ratio < MINIMUM_RATIO) return "small-ratio";
  if (contributors === null) return "contributors-unknown";
  return contributors < MINIMUM_CONTRIBUTORS ? "few-contributors" : null;
}
