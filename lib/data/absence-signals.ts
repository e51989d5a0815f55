import { prisma, type Tx } from "./client";

export interface AbsenceSignalRow {
  readonly classId: string;
  /** Monday of the window's last week, YYYY-MM-DD. */
  readonly weekStart: string;
  readonly series: string;
  readonly phi: number;
  readonly observed: number;
  readonly expected: number;
  readonly theta: number;
  readonly z: number;
  readonly contributors: number;
  readonly tier: string | null;
}

/** The latest look at each class, and the student-days of its window. */
export async function listLatestSignals(
  query: { classIds?: readonly string[]; schoolIds?: readonly string[] } = {},
  tx: Tx = prisma(),
): Promise<(AbsenceSignalRow & { studentDays: number })[]> {
  const classIds = query.classIds === undefined ? null : [...query.classIds];
  const schoolIds = query.schoolIds === undefined ? null : [...query.schoolIds];
  return tx.$queryRaw`
    SELECT s.class_id AS "classId", s.week_start::text AS "weekStart", s.series, s.phi, s.observed,
           s.expected, s.theta, s.z, s.contributors, s.tier,
           -- The window is four school weeks, not 28 days: holidays between them are skipped.
           (SELECT coalesce(sum(d.student_days), 0)::int FROM (
              SELECT w.student_days FROM class_weeks w
              WHERE w.class_id = s.class_id AND w.week_start <= s.week_start
              ORDER BY w.week_start DESC LIMIT 4) d) AS "studentDays"
    FROM classes c
    CROSS JOIN LATERAL (
      SELECT * FROM absence_signals a WHERE a.class_id = c.id ORDER BY a.week_start DESC LIMIT 1
    ) s
    WHERE c.active
      AND (${classIds}::text[] IS NULL OR c.id = ANY(${classIds}::text[]))
      AND (${schoolIds}::text[] IS NULL OR c.school_id = ANY(${schoolIds}::text[]))
    ORDER BY c.id`;
}
