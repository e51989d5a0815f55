import { webPool } from "./client";

/** One week of a school: a class and all the others. Null where the class has no student-days. */
export interface WeekBesideSchool {
  /** Monday, YYYY-MM-DD. */
  readonly weekStart: string;
  readonly classDays: number | null;
  readonly classAbsent: number | null;
  readonly restDays: number;
  readonly restAbsent: number;
}

/** Weeks that the pages look back on: a term and its holidays. */
const WEEKS_BACK = 20;

/** The last 20 weeks of a class's school that have attendance, oldest first. */
export async function listWeeksBesideSchool(of: {
  classId: string;
  schoolId: string;
}): Promise<WeekBesideSchool[]> {
  const { rows } = await webPool().query<WeekBesideSchool>({
    name: "list-weeks-beside-school",
    text: `
      SELECT * FROM (
        SELECT w.week_start::text AS "weekStart",
               sum(w.student_days) FILTER (WHERE w.class_id = $1)::int AS "classDays",
               sum(w.absent_days) FILTER (WHERE w.class_id = $1)::int AS "classAbsent",
               coalesce(sum(w.student_days) FILTER (WHERE w.class_id <> $1), 0)::int AS "restDays",
               coalesce(sum(w.absent_days) FILTER (WHERE w.class_id <> $1), 0)::int AS "restAbsent"
        FROM classes c JOIN class_weeks w ON w.class_id = c.id
        WHERE c.school_id = $2
        GROUP BY w.week_start
        ORDER BY w.week_start DESC LIMIT $3
      ) newest ORDER BY "weekStart"`,
    values: [of.classId, of.schoolId, WEEKS_BACK],
  });
  return rows;
}

/** Weeks of the overview's trend: four now, and at most ten before them. */
const TREND_WEEKS = 14;
/** Within so many weeks lie the last four school weeks, holidays between them or not. */
const RECENT_WITHIN_WEEKS = 8;

/** Student-days and absent days of a class: its school's last four weeks, and up to ten before them. */
export interface AbsenceTotals {
  readonly classId: string;
  readonly recentDays: number;
  readonly recentAbsent: number;
  readonly beforeDays: number;
  readonly beforeAbsent: number;
}

/** One row a class with attendance; schools narrow. */
export async function listAbsenceTotals(
  query: { schoolIds?: readonly string[] } = {},
): Promise<AbsenceTotals[]> {
  const { rows } = await webPool().query<AbsenceTotals>({
    name: "list-absence-totals",
    text: `
      WITH last AS (SELECT max(week_start) AS week FROM class_weeks),
      ends AS (
        SELECT school_id, min(week_start) AS recent_from
        FROM (
          SELECT s.school_id, s.week_start,
                 row_number() OVER (PARTITION BY s.school_id ORDER BY s.week_start DESC) AS back
          FROM (
            SELECT DISTINCT c.school_id, w.week_start
            FROM class_weeks w JOIN classes c ON c.id = w.class_id
            WHERE w.week_start > (SELECT week FROM last) - $3::int * 7
          ) s
        ) numbered WHERE back <= 4 GROUP BY school_id
      )
      SELECT w.class_id AS "classId",
             coalesce(sum(w.student_days) FILTER (WHERE w.week_start >= e.recent_from), 0)::int AS "recentDays",
             coalesce(sum(w.absent_days) FILTER (WHERE w.week_start >= e.recent_from), 0)::int AS "recentAbsent",
             coalesce(sum(w.student_days) FILTER (WHERE w.week_start < e.recent_from), 0)::int AS "beforeDays",
             coalesce(sum(w.absent_days) FILTER (WHERE w.week_start < e.recent_from), 0)::int AS "beforeAbsent"
      FROM class_weeks w
      JOIN classes c ON c.id = w.class_id
      JOIN ends e ON e.school_id = c.school_id
      WHERE c.active AND w.week_start > (SELECT week FROM last) - $2::int * 7
        AND ($1::text[] IS NULL OR c.school_id = ANY($1))
      GROUP BY w.class_id`,
    values: [query.schoolIds ?? null, TREND_WEEKS, RECENT_WITHIN_WEEKS],
  });
  return rows;
}

/** Absence of a whole school in one week. */
export interface SchoolWeek {
  readonly schoolId: string;
  /** Monday, YYYY-MM-DD. */
  readonly weekStart: string;
  readonly studentDays: number;
  readonly absentDays: number;
}

/** The last 20 weeks by school, oldest first, each student counted once; schools narrow. */
export async function listSchoolWeeks(
  query: { schoolIds?: readonly string[] } = {},
): Promise<SchoolWeek[]> {
  const { rows } = await webPool().query<SchoolWeek>({
    name: "list-school-weeks",
    text: `
      SELECT w.school_id AS "schoolId", w.week_start::text AS "weekStart",
             w.student_days AS "studentDays", w.absent_days AS "absentDays"
      FROM group_weeks w JOIN orgs o ON o.id = w.school_id
      WHERE o.active AND w.level = 'school'
        AND w.week_start > (SELECT max(week_start) FROM group_weeks) - $2::int * 7
        AND ($1::text[] IS NULL OR w.school_id = ANY($1))
      ORDER BY w.week_start, w.school_id`,
    values: [query.schoolIds ?? null, WEEKS_BACK],
  });
  return rows;
}

/** Days that each student of a class could attend and missed, to date. Students without days are left out. */
export async function listStudentAbsences(
  classId: string,
): Promise<{ personId: string; possibleDays: number; absentDays: number }[]> {
  const { rows } = await webPool().query<{
    personId: string;
    possibleDays: number;
    absentDays: number;
  }>({
    name: "list-student-absences",
    text: `
      SELECT s.person_id AS "personId", s.possible_days AS "possibleDays", s.absent_days AS "absentDays"
      FROM student_absences s
      WHERE s.person_id IN (
        SELECT e.person_id FROM enrollments e
        WHERE e.class_id = $1 AND e.role = 'student' AND e.active
      )`,
    values: [classId],
  });
  return rows;
}
