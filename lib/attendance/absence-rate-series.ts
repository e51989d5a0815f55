import { arrangeBySchool, type WeekCount } from "@/lib/attendance/school-weeks";

/** One week of a class beside the rest of its school. Rates are shares of student-days, 0 to 1. */
export interface AbsenceRatePoint {
  readonly weekStart: string;
  /** `null`: no student-days that week. */
  readonly classRate: number | null;
  readonly classDays: number;
  /** The school without this class; `null`: no student-days elsewhere. */
  readonly restRate: number | null;
  readonly restDays: number;
}

/**
 * Weekly absence of one class beside the rest of its school, over every week the school has, for
 * charts and their tables. Takes the rows of one school. A class that is not among them, or rows
 * that contradict each other, is a refusal.
 */
export function absenceRateSeries(
  weeks: readonly {
    readonly schoolId: string;
    readonly classId: string;
    readonly weekStart: string;
    readonly studentDays: number;
    readonly absentDays: number;
  }[],
  classId: string,
):
  | { ok: true; points: AbsenceRatePoint[] }
  | { ok: false; code: "unknown-class" | "several-schools" | "invalid-weeks" } {
  const arranged = arrangeBySchool(
    weeks.map(({ absentDays, ...week }): WeekCount => ({
      ...week,
      count: absentDays,
      contributors: null,
    })),
  );
  if (!arranged.ok) return { ok: false, code: "invalid-weeks" };
  if (arranged.schools.length > 1) return { ok: false, code: "several-schools" };
  const school = arranged.schools[0];
  const classAt = school?.classIds.indexOf(classId) ?? -1;
  if (!school || classAt === -1) return { ok: false, code: "unknown-class" };
  const weekCount = school.weekStarts.length;
  const points = school.weekStarts.map((weekStart, week): AbsenceRatePoint => {
    let [restDays, restAbsent] = [0, 0];
    for (let at = week; at < school.counts.length; at += weekCount) {
      restDays += school.studentDays[at] ?? 0;
      restAbsent += school.counts[at] ?? 0;
    }
    const at = classAt * weekCount + week;
    const classDays = school.studentDays[at] ?? 0;
    const classAbsent = school.counts[at] ?? 0;
    restDays -= classDays;
    restAbsent -= classAbsent;
    return {
      weekStart,
      classRate: classDays > 0 ? classAbsent / classDays : null,
      classDays,
      restRate: restDays > 0 ? restAbsent / restDays : null,
      restDays,
    };
  });
  return { ok: true, points };
}
