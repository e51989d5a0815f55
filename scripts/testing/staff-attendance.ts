import type { ClassWeek } from "@/lib/attendance/class-weeks";
import { GROUP_SERIES } from "@/lib/attendance/group-figures";
import { gradeLooks, schoolLooks } from "@/lib/attendance/group-looks";
import type { GroupLevel, GroupWeek } from "@/lib/attendance/group-weeks";
import { risingAbsence, weekCounts } from "@/lib/attendance/rising-absence";
import {
  insertAbsenceSignals,
  insertClassWeeks,
  insertGroupLooks,
  insertGroupWeeks,
} from "@/lib/data/absence-figures";
import { inTransaction, webPool } from "@/lib/data/client";
import type { StaffDistrict } from "./staff-district";

const DAY_MS = 24 * 3600_000;

/**
 * Weeks of classes, grades and schools up to the week that starts on `lastMonday`, absence rising in the last four
 * weeks where planted, and the looks of the real rising-absence rule.
 */
export async function seedAttendance(
  district: StaffDistrict,
  lastMonday: string,
  weekCount: number,
): Promise<void> {
  const end = Date.parse(`${lastMonday}T00:00:00Z`);
  const weeks: ClassWeek[] = district.classes.flatMap((row) =>
    Array.from({ length: weekCount }, (_, week) => {
      const back = weekCount - 1 - week;
      const students = row.roster.length;
      const share = 0.05 * (back < 4 ? row.rising : 1);
      const newAbsences = countOf(students * 5, share, district.random);
      const contributors = Math.min(newAbsences, students);
      return {
        schoolId: row.schoolId,
        classId: row.id,
        weekStart: new Date(end - back * 7 * DAY_MS).toISOString().slice(0, 10),
        studentDays: students * 5,
        absentDays: Math.min(students * 5, Math.round(newAbsences * 1.4)),
        newAbsences,
        contributors,
        windowContributors: Math.min(students, contributors + 4),
      };
    }),
  );
  const looks = risingAbsence(weekCounts(weeks, "new-absences"), "new-absences", "latest");
  if (!looks.ok) throw new Error("the seeded weeks contradict each other");
  await inTransaction(async (tx) => {
    await insertClassWeeks(tx, weeks);
    await insertAbsenceSignals(
      tx,
      "new-absences",
      looks.looks.filter((look) => look.ok),
    );
    const grades = groupsOf(district, weeks, "grade");
    const schools = groupsOf(district, weeks, "school");
    await insertGroupWeeks(tx, [...grades, ...schools]);
    for (const schoolId of new Set(grades.map((week) => week.schoolId))) {
      const own = grades.filter((week) => week.schoolId === schoolId);
      await insertGroupLooks(tx, GROUP_SERIES, gradeLooks(own));
    }
    await insertGroupLooks(tx, GROUP_SERIES, schoolLooks(schools));
  });
  await webPool().query(
    `INSERT INTO student_absences (person_id, school_id, possible_days, absent_days, grade)
     SELECT e.person_id, e.school_id, $1::int, (hashtext(e.person_id) & 1023) % (1 + $1::int / 8), c.grades[1]
     FROM enrollments e JOIN classes c ON c.id = e.class_id WHERE e.role = 'student' ON CONFLICT DO NOTHING`,
    [weekCount * 5],
  );
}

/** Each student of this district is in one class: the sum over a grade's or a school's classes counts them once. */
function groupsOf(
  district: StaffDistrict,
  weeks: readonly ClassWeek[],
  level: GroupLevel,
): GroupWeek[] {
  const grades = new Map(district.classes.map(({ id, grade }) => [id, grade]));
  const groups = new Map<string, GroupWeek>();
  for (const { classId, schoolId, weekStart, ...counts } of weeks) {
    const grade = level === "grade" ? (grades.get(classId) ?? "") : "";
    const key = JSON.stringify([schoolId, grade, weekStart]);
    const known = groups.get(key);
    groups.set(key, {
      ...{ schoolId, level, grade, weekStart },
      studentDays: counts.studentDays + (known?.studentDays ?? 0),
      absentDays: counts.absentDays + (known?.absentDays ?? 0),
      newAbsences: counts.newAbsences + (known?.newAbsences ?? 0),
      contributors: counts.contributors + (known?.contributors ?? 0),
      windowContributors: counts.windowContributors + (known?.windowContributors ?? 0),
    });
  }
  return [...groups.values()];
}

function countOf(trials: number, share: number, random: () => number): number {
  let count = 0;
  for (let trial = 0; trial < trials; trial++) if (random() < share) count += 1;
  return count;
}
