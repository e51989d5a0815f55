import { schoolCalendars } from "@/lib/attendance/calendar-file";
import { classWeeks } from "@/lib/attendance/class-weeks";
import { type AttendanceEnrollment, schoolDays } from "@/lib/attendance/enrollment-days";
import { GROUP_SERIES } from "@/lib/attendance/group-figures";
import { gradeLooks, schoolLooks } from "@/lib/attendance/group-looks";
import { type GroupWeek, groupWeeks } from "@/lib/attendance/group-weeks";
import { type RisingResult, risingAbsence, weekCounts } from "@/lib/attendance/rising-absence";
import { instructionalDates, type SchoolCalendar } from "@/lib/attendance/school-calendar";
import { schoolStudents } from "@/lib/attendance/school-students";
import { isSinceYearStart, schoolYearStart } from "@/lib/attendance/school-year";
import { studentDays } from "@/lib/attendance/student-days";
import { gradeOfStudents } from "@/lib/attendance/student-grade";
import { termThresholds } from "@/lib/attendance/term-thresholds";
import type { ListedTerm } from "@/lib/attendance/term-weeks";
import { weeksOf } from "@/lib/attendance/week-tally";
import {
  clearAbsenceFigures,
  insertAbsenceSignals,
  insertClassWeeks,
  insertGroupLooks,
  insertGroupWeeks,
  insertStudentAbsences,
} from "@/lib/data/absence-figures";
import {
  countSchoolDays,
  listAttendanceEnrollments,
  listSchoolYears,
  readAbsences,
  type RosterEnrollment,
} from "@/lib/data/attendance-facts";
import { listFileDays, replaceDerivedDays } from "@/lib/data/calendar";
import type { Tx } from "@/lib/data/client";
import { listTerms } from "@/lib/data/terms";
import { withEnrolledStudents } from "./enrolled-by-day";

/** The series of classes; grades and schools run on the same. */
const SERIES = GROUP_SERIES;

/**
 * Derives calendars, weeks of classes, grades and schools, students' days and rising-absence looks anew from roster,
 * attendance and calendar files. In the transaction of the import that made it necessary, under its lock: pages
 * see the records and the figures of one moment. School by school, so that memory holds one of them; what stays
 * until the end, for comparing schools with each other, is one row a school and week.
 */
export async function recomputeAttendance(tx: Tx): Promise<void> {
  const enrollments = await listAttendanceEnrollments(tx);
  const counts = withEnrolledStudents(await countSchoolDays(tx), enrollments);
  const listed = await listFileDays(tx);
  const schoolIds = [...new Set(enrollments.map((enrollment) => enrollment.schoolId))].sort();
  const calendars = schoolCalendars(schoolIds, listed, counts);
  await replaceDerivedDays(tx, calendars.values(), listed);
  await clearAbsenceFigures(tx);
  const [years, terms] = [await listSchoolYears(tx), await listTerms(tx)];
  const bySchool = groupBySchool(enrollments);
  const schools: GroupWeek[] = [];
  for (const schoolId of schoolIds) {
    const calendar = calendars.get(schoolId);
    const weekStarts = calendar === undefined ? [] : weeksOf(schoolDays(calendar).days).starts;
    const yearStart = schoolYearStart(weekStarts, years);
    if (calendar === undefined || yearStart === null) continue;
    const own = bySchool.get(schoolId) ?? [];
    schools.push(...(await recomputeSchool(tx, calendar, own, { yearStart, terms })));
  }
  const looks = schoolLooks(schools, (starts) =>
    termThresholds(terms, GROUP_SERIES, "school", starts),
  );
  await insertGroupLooks(tx, GROUP_SERIES, looks);
}

/** Writes the figures of one school; gives back the school's own weeks of the present year. */
async function recomputeSchool(
  tx: Tx,
  calendar: SchoolCalendar,
  enrollments: readonly RosterEnrollment[],
  { yearStart, terms }: { readonly yearStart: string; readonly terms: readonly ListedTerm[] },
): Promise<GroupWeek[]> {
  const absences = await readAbsences(tx, calendar.schoolId, instructionalDates(calendar));
  const weeks = classWeeks({ calendars: [calendar], enrollments, absences });
  await insertClassWeeks(tx, weeks);
  const weekStarts = weeks.map(({ weekStart }) => weekStart);
  const thresholds = termThresholds(terms, SERIES, "class", weekStarts);
  const rising = risingAbsence(weekCounts(weeks, SERIES), SERIES, "all", thresholds);
  if (!rising.ok) throw new Error(`class-weeks contradict each other in ${calendar.schoolId}`);
  const looks = rising.looks.filter((look): look is RisingResult => look.ok);
  await insertAbsenceSignals(tx, SERIES, looks);

  const gradeOf = gradeOfStudents(enrollments);
  const students = schoolStudents({ calendar, enrollments, absences, yearStart });
  const here = new Set(enrollments.filter((e) => e.personActive).map((e) => e.personId));
  const days = studentDays(students)
    .filter(({ personId }) => here.has(personId))
    .map((row) => ({ ...row, grade: gradeOf.get(row.personId) ?? "" }));
  await insertStudentAbsences(tx, days);

  const groups = groupWeeks(students, gradeOf);
  await insertGroupWeeks(tx, groups);
  const ofGrades = gradeLooks(groups, (starts) =>
    termThresholds(terms, GROUP_SERIES, "grade", starts),
  );
  await insertGroupLooks(tx, GROUP_SERIES, ofGrades);
  return groups.filter(
    ({ level, weekStart }) => level === "school" && isSinceYearStart(weekStart, yearStart),
  );
}

function groupBySchool<T extends AttendanceEnrollment>(
  enrollments: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const enrollment of enrollments) {
    const group = groups.get(enrollment.schoolId);
    if (group === undefined) groups.set(enrollment.schoolId, [enrollment]);
    else group.push(enrollment);
  }
  return groups;
}
