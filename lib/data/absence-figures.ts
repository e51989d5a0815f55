import type { ClassWeek } from "@/lib/attendance/class-weeks";
import type { GroupLook } from "@/lib/attendance/group-looks";
import type { GroupWeek } from "@/lib/attendance/group-weeks";
import type { RisingResult } from "@/lib/attendance/rising-absence";
import type { StudentDays } from "@/lib/attendance/student-days";
import type { Tx } from "./client";

/** Rows a statement. */
const BATCH = 5_000;

/** Removes every figure that is derived from attendance. */
export async function clearAbsenceFigures(tx: Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM absence_signals`;
  await tx.$executeRaw`DELETE FROM class_weeks`;
  await tx.$executeRaw`DELETE FROM group_looks`;
  await tx.$executeRaw`DELETE FROM group_weeks`;
  await tx.$executeRaw`DELETE FROM student_absences`;
}

export async function insertClassWeeks(tx: Tx, weeks: readonly ClassWeek[]): Promise<void> {
  for (const json of batches(weeks)) {
    await tx.$executeRaw`
      INSERT INTO class_weeks
        (class_id, week_start, student_days, absent_days, new_absences, contributors)
      SELECT "classId", "weekStart", "studentDays", "absentDays", "newAbsences", contributors
      FROM jsonb_to_recordset(${json}::jsonb) AS r("classId" text, "weekStart" date,
        "studentDays" int, "absentDays" int, "newAbsences" int, contributors int)`;
  }
}

/** Weeks of schools and of grades; students without a known grade are in their school's only. */
export async function insertGroupWeeks(tx: Tx, weeks: readonly GroupWeek[]): Promise<void> {
  const known = weeks.filter(({ level, grade }) => level === "school" || grade !== "");
  for (const json of batches(known)) {
    await tx.$executeRaw`
      INSERT INTO group_weeks (school_id, level, grade, week_start, student_days, absent_days,
        new_absences, contributors)
      SELECT "schoolId", level, grade, "weekStart", "studentDays", "absentDays", "newAbsences",
             contributors
      FROM jsonb_to_recordset(${json}::jsonb) AS r("schoolId" text, level text, grade text,
        "weekStart" date, "studentDays" int, "absentDays" int, "newAbsences" int, contributors int)`;
  }
}

/** The last look at each grade and school. */
export async function insertGroupLooks(
  tx: Tx,
  series: string,
  looks: readonly GroupLook[],
): Promise<void> {
  // The rule's own name for θ is level, which here is school or grade.
  const rows = looks.map(({ window, rising, ...group }) => ({
    ...{ ...group, ...window },
    ...(rising.ok ? { ...rising, theta: rising.level, level: group.level } : { refusal: rising.code }),
  }));
  for (const json of batches(rows)) {
    await tx.$executeRaw`
      INSERT INTO group_looks (school_id, level, grade, window_from, week_start, series,
        student_days, absent_days, rest_days, rest_absent, refusal, phi, observed, expected, theta,
        z, contributors, tier, highest_week, highest_excess)
      SELECT "schoolId", level, grade, "from", through, ${series}, "studentDays", "absentDays",
             "restDays", "restAbsent", refusal, phi, observed, expected, theta, z, contributors,
             tier, "highestWeek", "highestExcess"
      FROM jsonb_to_recordset(${json}::jsonb) AS r("schoolId" text, level text, grade text,
        "from" date, through date, "studentDays" int, "absentDays" int, "restDays" int,
        "restAbsent" int, refusal text, phi float8, observed float8, expected float8, theta float8,
        z float8, contributors int, tier text, "highestWeek" date, "highestExcess" float8)`;
  }
}

/** One row a student: of a student in several schools the one with most days. */
export async function insertStudentAbsences(
  tx: Tx,
  days: readonly (StudentDays & { readonly grade: string })[],
): Promise<void> {
  for (const json of batches(days)) {
    await tx.$executeRaw`
      INSERT INTO student_absences AS s (person_id, school_id, possible_days, absent_days, grade)
      SELECT "personId", "schoolId", "enrolledDays", "absentDays", grade
      FROM jsonb_to_recordset(${json}::jsonb) AS r("personId" text, "schoolId" text,
        "enrolledDays" int, "absentDays" int, grade text)
      ON CONFLICT (person_id) DO UPDATE
      SET school_id = EXCLUDED.school_id, possible_days = EXCLUDED.possible_days,
          absent_days = EXCLUDED.absent_days, grade = EXCLUDED.grade
      WHERE EXCLUDED.possible_days > s.possible_days`;
  }
}

/** Looks of one series. `tier` is null where z is past a threshold but may not be shown. */
export async function insertAbsenceSignals(
  tx: Tx,
  series: string,
  looks: readonly RisingResult[],
): Promise<void> {
  for (const json of batches(looks)) {
    await tx.$executeRaw`
      INSERT INTO absence_signals
        (class_id, week_start, series, phi, observed, expected, theta, z, contributors, tier)
      SELECT "classId", "weekStart", ${series}, phi, observed, expected, level, z,
             coalesce(contributors, 0), tier
      FROM jsonb_to_recordset(${json}::jsonb) AS r("classId" text, "weekStart" date, phi float8,
        observed float8, expected float8, level float8, z float8, contributors int, tier text)`;
  }
}

function* batches(rows: readonly object[]): Generator<string> {
  for (let at = 0; at < rows.length; at += BATCH) {
    yield JSON.stringify(rows.slice(at, at + BATCH));
  }
}
