import type { GroupRefusal } from "@/lib/attendance/group-looks";
import type { GroupLevel } from "@/lib/attendance/group-weeks";
import type { RisingFigures } from "@/lib/attendance/group-figures";
import type { WindowTotals } from "@/lib/attendance/member-weeks";
import { webPool } from "./client";

/** The last look at a school or at one grade of it; see `GroupLook`. */
export interface GroupLookRow extends WindowTotals {
  readonly schoolId: string;
  readonly schoolName: string;
  readonly level: GroupLevel;
  /** Empty for the school itself. */
  readonly grade: string;
  readonly refusal: GroupRefusal | null;
  /** Null with a refusal. */
  readonly figures: Pick<
    RisingFigures,
    "observed" | "expected" | "z" | "contributors" | "tier" | "highestWeek" | "highestExcess"
  > | null;
}

/** Looks at active schools and their grades, by school name; schools narrow. Grades are in no order. */
export async function listGroupLooks(
  query: { schoolIds?: readonly string[] } = {},
): Promise<GroupLookRow[]> {
  const { rows } = await webPool().query<GroupLookRow>({
    name: "list-group-looks",
    text: `
      SELECT l.school_id AS "schoolId", o.name AS "schoolName", l.level, l.grade,
             l.window_from::text AS "from", l.week_start::text AS through,
             l.student_days AS "studentDays", l.absent_days AS "absentDays",
             l.rest_days AS "restDays", l.rest_absent AS "restAbsent", l.refusal,
             CASE WHEN l.refusal IS NULL THEN json_build_object(
               'observed', l.observed, 'expected', l.expected, 'z', l.z,
               'contributors', l.contributors, 'tier', l.tier, 'highestWeek', l.highest_week,
               'highestExcess', l.highest_excess) END AS figures
      FROM group_looks l JOIN orgs o ON o.id = l.school_id
      WHERE o.active AND ($1::text[] IS NULL OR l.school_id = ANY($1))
      ORDER BY o.name, l.school_id, l.level DESC`,
    values: [query.schoolIds ?? null],
  });
  return rows;
}

/** One week of a school and of all other schools of its district together. */
export interface SchoolBesideDistrict {
  /** Monday, YYYY-MM-DD. */
  readonly weekStart: string;
  readonly studentDays: number;
  readonly absentDays: number;
  readonly restDays: number;
  readonly restAbsent: number;
}

/** Every week in which the school has student-days, those of earlier years too, oldest first. */
export async function listWeeksBesideDistrict(schoolId: string): Promise<SchoolBesideDistrict[]> {
  const { rows } = await webPool().query<SchoolBesideDistrict>({
    name: "list-weeks-beside-district",
    text: `
      SELECT own.week_start::text AS "weekStart", own.student_days AS "studentDays",
             own.absent_days AS "absentDays", coalesce(rest.days, 0)::int AS "restDays",
             coalesce(rest.absent, 0)::int AS "restAbsent"
      FROM group_weeks own
      LEFT JOIN (
        SELECT week_start, sum(student_days) AS days, sum(absent_days) AS absent
        FROM group_weeks WHERE level = 'school' AND school_id <> $1 GROUP BY week_start
      ) rest ON rest.week_start = own.week_start
      WHERE own.level = 'school' AND own.school_id = $1
      ORDER BY own.week_start`,
    values: [schoolId],
  });
  return rows;
}
