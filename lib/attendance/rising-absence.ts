import type { ClassWeek } from "@/lib/attendance/class-weeks";
import {
  type AbsenceSeries,
  type HiddenBecause,
  type LookFigures,
  type RisingRefusal,
  type RisingTier,
  type ThresholdsByWeek,
  visitLooks,
} from "@/lib/attendance/rising-looks";
import {
  arrangeBySchool,
  type InvalidWeek,
  type SchoolWeeks,
  type WeekCount,
} from "@/lib/attendance/school-weeks";

export type { AbsenceSeries, RisingRefusal, RisingTier };

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
  readonly hiddenBecause: HiddenBecause | null;
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
 * `thresholdsOf`: by the week in which a look ends; without it, those of a class and 18 weeks.
 * Results come by school, then week, then class. O(classes × weeks) a look.
 */
export function risingAbsence(
  weeks: readonly WeekCount[],
  series: AbsenceSeries,
  looks: "all" | "latest" = "all",
  thresholdsOf?: ThresholdsByWeek,
): { ok: true; looks: RisingLook[] } | { ok: false; invalid: InvalidWeek[] } {
  const arranged = arrangeBySchool(weeks);
  if (!arranged.ok) return arranged;
  const results: RisingLook[] = [];
  for (const school of arranged.schools) {
    const keep = (figures: Readonly<LookFigures>) => void results.push(lookOf(school, figures));
    visitLooks(school, series, looks, keep, thresholdsOf);
  }
  return { ok: true, looks: results };
}

function lookOf(school: SchoolWeeks, figures: Readonly<LookFigures>): RisingLook {
  const schoolId = school.schoolId;
  const classId = school.classIds[figures.classAt] ?? "";
  const weekStart = school.weekStarts[figures.weekAt] ?? "";
  if (figures.refusal !== null)
    return { schoolId, classId, weekStart, ok: false, code: figures.refusal };
  const { phi, observed, expected, level, z, tierByZ, hiddenBecause, contributors } = figures;
  // Written out, not spread: this line runs a million times for a large district.
  return {
    schoolId,
    classId,
    weekStart,
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

/** Class-weeks as input of `risingAbsence`. Contributors are known for new absences only. */
export function weekCounts(weeks: readonly ClassWeek[], series: AbsenceSeries): WeekCount[] {
  return weeks.map(({ schoolId, classId, weekStart, studentDays, ...week }) => {
    const key = { schoolId, classId, weekStart, studentDays };
    return series === "new-absences"
      ? { ...key, count: week.newAbsences, contributors: week.windowContributors }
      : { ...key, count: week.absentDays, contributors: null };
  });
}
