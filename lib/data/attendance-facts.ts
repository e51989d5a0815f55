import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import type { SchoolDayCount } from "@/lib/attendance/school-calendar";
import type { SchoolYear } from "@/lib/attendance/school-year";
import { prisma, type Tx } from "./client";

/** An enrollment with what else the roster says of it. */
export interface RosterEnrollment extends AttendanceEnrollment {
  /** False for students who left: their past days count in their class, they themselves do not. */
  readonly personActive: boolean;
  readonly classGrades: readonly string[];
}

/** Student enrollments for counting days: active ones, and ended ones up to their end. */
export async function listAttendanceEnrollments(tx: Tx): Promise<RosterEnrollment[]> {
  return tx.$queryRaw`
    SELECT e.person_id AS "personId", e.class_id AS "classId", e.school_id AS "schoolId",
           p.grades, e.begin_date::text AS "beginDate", e.end_date::text AS "endDate",
           p.active AS "personActive", c.grades AS "classGrades"
    FROM enrollments e JOIN people p ON p.id = e.person_id JOIN classes c ON c.id = e.class_id
    WHERE e.role = 'student' AND (e.active OR e.end_date IS NOT NULL)
    ORDER BY e.school_id, e.class_id, e.person_id, e.id`;
}

/** School years that the roster lists, those of earlier rosters too. */
export async function listSchoolYears(tx: Tx = prisma()): Promise<SchoolYear[]> {
  return tx.$queryRaw`
    SELECT start_date::text AS "startDate", end_date::text AS "endDate" FROM academic_sessions
    WHERE type = 'schoolYear' ORDER BY start_date, id`;
}

/** Rows and absent students by school and day. Enrolled students are not known here: null. */
export async function countSchoolDays(tx: Tx): Promise<SchoolDayCount[]> {
  return tx.$queryRaw`
    WITH placed AS (
      SELECT school_id, date, person_id, status FROM attendance_records WHERE school_id <> ''
      UNION ALL
      SELECT e.school_id, a.date, a.person_id, a.status
      FROM attendance_records a
      JOIN (SELECT DISTINCT person_id, school_id FROM enrollments WHERE role = 'student') e
        ON e.person_id = a.person_id
      WHERE a.school_id = ''
    )
    SELECT school_id AS "schoolId", date::text AS date, count(*)::int AS rows,
           (count(DISTINCT person_id) FILTER (WHERE status = 'absent'))::int AS "absentStudents",
           NULL::int AS "enrolledStudents"
    FROM placed GROUP BY school_id, date ORDER BY school_id, date`;
}

/**
 * What class-weeks need of a school's records: every absence, and one row of each section (or of the
 * day as a whole) on a counted day, which shows that attendance was taken there. Kept packed, one
 * string a student and section, and unpacked as it is read: half a million absences stay small.
 */
export async function readAbsences(
  tx: Tx,
  schoolId: string,
  instructionalDates: readonly string[],
): Promise<Iterable<AttendanceRecord>> {
  const absences = await tx.$queryRaw<Packed[]>`
    SELECT person_id AS "personId", section_id AS "sectionId", school_id AS "schoolId",
           string_agg(to_char(date, 'YYYY-MM-DD'), ',') AS dates, 'absent' AS status
    FROM attendance_records
    WHERE status = 'absent' AND (school_id = ${schoolId} OR (school_id = '' AND person_id IN
      (SELECT person_id FROM enrollments WHERE school_id = ${schoolId})))
    GROUP BY person_id, section_id, school_id`;
  const taken = await tx.$queryRaw<Packed[]>`
    SELECT DISTINCT ON (section_id) person_id AS "personId", section_id AS "sectionId",
           school_id AS "schoolId", to_char(date, 'YYYY-MM-DD') AS dates, status
    FROM attendance_records
    WHERE school_id = ${schoolId} AND status <> 'absent'
      AND date = ANY(${[...instructionalDates]}::date[])
    ORDER BY section_id`;
  return unpacked([...absences, ...taken]);
}

interface Packed {
  readonly personId: string;
  readonly sectionId: string;
  readonly schoolId: string;
  readonly dates: string;
  readonly status: AttendanceRecord["status"];
}

function unpacked(rows: readonly Packed[]): Iterable<AttendanceRecord> {
  return {
    *[Symbol.iterator]() {
      for (const { personId, sectionId, schoolId, dates, status } of rows) {
        for (const date of dates.split(",")) {
          yield {
            personId,
            schoolId: schoolId === "" ? null : schoolId,
            sectionId: sectionId === "" ? null : sectionId,
            date,
            status,
            excused: null,
          };
        }
      }
    },
  };
}
