import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import {
  absencesBySchool,
  type AttendanceEnrollment,
  schoolDays,
} from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";
import { isSinceYearStart } from "@/lib/attendance/school-year";
import { schoolStudents } from "@/lib/attendance/school-students";
import { compareGrades } from "@/lib/attendance/student-grade";
import { weeksOf, WeekTally, type WeekTotals } from "@/lib/attendance/week-tally";

export type GroupLevel = "grade" | "school";

/** Absence of a whole school, or of one grade of it, in one week. */
export interface GroupWeek extends WeekTotals {
  readonly schoolId: string;
  readonly level: GroupLevel;
  /** `gradeKey`; empty for the school itself, and for the students whose grade is not known. */
  readonly grade: string;
}

/**
 * Counts absence by week for a school and for its grades: the grades first, then the school.
 *
 * A student counts once, whatever the number of classes; a missed day is what `schoolStudents` says.
 * For the rest the rules are those of `classWeeks`. Students whose grade is not known are in the
 * school, and among its grades under the empty grade: grades are compared with everybody else.
 *
 * Grades are counted in the present school year only, since the roster knows no grade of last year.
 * For the school every week is counted. An enrollment without a begin date is taken to begin with
 * the present year, unless it had ended by then: it does not say that the student was there before.
 */
export function groupWeeks(input: {
  readonly calendar: SchoolCalendar;
  readonly enrollments: readonly AttendanceEnrollment[];
  readonly absences: Iterable<AttendanceRecord>;
  readonly gradeOf: ReadonlyMap<string, string>;
  /** ISO date of the first day of the present school year. */
  readonly yearStart: string;
}): GroupWeek[] {
  const school = schoolDays(input.calendar);
  const { schoolId } = school;
  const enrollments = input.enrollments.map((each) => dated(each, input.yearStart));
  const book = absencesBySchool([school], enrollments, input.absences).get(schoolId);
  const index = weeksOf(school.days);
  const whole = new WeekTally(index, WINDOW_WEEKS);
  const grades = new Map<string, WeekTally>();
  for (const { personId, enrolled, missed } of schoolStudents(school, enrollments, book)) {
    const grade = input.gradeOf.get(personId) ?? "";
    const tally = grades.get(grade) ?? new WeekTally(index, WINDOW_WEEKS);
    grades.set(grade, tally);
    for (const each of [whole, tally]) each.addStudent(enrolled, missed);
  }
  const result: GroupWeek[] = [];
  for (const [grade, tally] of [...grades].sort((a, b) => compareGrades(a[0], b[0])))
    for (const week of tally.rows())
      if (isSinceYearStart(week.weekStart, input.yearStart))
        result.push({ schoolId, level: "grade", grade, ...week });
  for (const week of whole.rows()) result.push({ schoolId, level: "school", grade: "", ...week });
  return result;
}

function dated(enrollment: AttendanceEnrollment, yearStart: string): AttendanceEnrollment {
  const { beginDate, endDate } = enrollment;
  const over = endDate !== null && endDate <= yearStart;
  return beginDate !== null || over ? enrollment : { ...enrollment, beginDate: yearStart };
}
