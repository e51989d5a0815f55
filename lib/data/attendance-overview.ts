import { prisma, type Tx } from "./client";

export interface SchoolAttendanceRow {
  readonly schoolId: string;
  readonly name: string;
  readonly records: number;
  readonly daysWithRecords: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** School days in force up to the last known day, by where they come from. */
  readonly daysFromFile: number;
  readonly daysInferred: number;
  readonly daysNotSubmitted: number;
}

/** Every school with what attendance is there. */
export async function listSchoolAttendance(tx: Tx = prisma()): Promise<SchoolAttendanceRow[]> {
  return tx.$queryRaw`
    SELECT o.id AS "schoolId", o.name,
           coalesce(a.records, 0)::int AS records, coalesce(a.days, 0)::int AS "daysWithRecords",
           a.first::text AS "firstDate", a.last::text AS "lastDate",
           coalesce(c.file_days, 0)::int AS "daysFromFile",
           coalesce(c.inferred_days, 0)::int AS "daysInferred",
           coalesce(c.not_submitted, 0)::int AS "daysNotSubmitted"
    FROM orgs o
    LEFT JOIN (
      SELECT school_id, count(*) AS records, count(DISTINCT date) AS days, min(date) AS first,
             max(date) AS last
      FROM attendance_records GROUP BY school_id
    ) a ON a.school_id = o.id
    LEFT JOIN (
      SELECT school_id,
             count(*) FILTER (WHERE kind = 'instructional' AND source <> 'inferred') AS file_days,
             count(*) FILTER (WHERE kind = 'instructional' AND source = 'inferred') AS inferred_days,
             count(*) FILTER (WHERE kind = 'not-submitted') AS not_submitted
      FROM calendar_days
      WHERE date <= (SELECT max(date) FROM attendance_records)
      GROUP BY school_id
    ) c ON c.school_id = o.id
    WHERE o.active AND o.type = 'school'
    ORDER BY o.name, o.id`;
}

/** Students who missed so many of so many days. */
export interface StudentGroup {
  readonly schoolId: string;
  /** `gradeKey`; empty when the roster does not say one. */
  readonly grade: string;
  readonly possibleDays: number;
  readonly absentDays: number;
  readonly students: number;
}

/** Students by school, grade and days, grouped; schools narrow. */
export async function groupStudentAbsences(
  query: { schoolIds?: readonly string[] } = {},
  tx: Tx = prisma(),
): Promise<StudentGroup[]> {
  const schoolIds = query.schoolIds === undefined ? null : [...query.schoolIds];
  return tx.$queryRaw`
    SELECT school_id AS "schoolId", grade, possible_days AS "possibleDays",
           absent_days AS "absentDays", count(*)::int AS students
    FROM student_absences
    WHERE ${schoolIds}::text[] IS NULL OR school_id = ANY(${schoolIds}::text[])
    GROUP BY school_id, grade, possible_days, absent_days`;
}

/** How many days calendar files list: for every school, and for single schools. */
export async function countListedDays(tx: Tx = prisma()): Promise<number> {
  return tx.calendarDay.count({ where: { source: "file" } });
}
