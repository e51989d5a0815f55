import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import type { SchoolStudents } from "@/lib/attendance/school-students";
import { isSinceYearStart } from "@/lib/attendance/school-year";
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
 * For the school every week is counted. `gradeOf`: see `gradeOfStudents`.
 */
export function groupWeeks(
  { school, students, yearStart }: SchoolStudents,
  gradeOf: ReadonlyMap<string, string>,
): GroupWeek[] {
  const { schoolId } = school;
  const index = weeksOf(school.days);
  const whole = new WeekTally(index, WINDOW_WEEKS);
  const grades = new Map<string, WeekTally>();
  for (const { personId, enrolled, missed } of students) {
    const grade = gradeOf.get(personId) ?? "";
    const tally = grades.get(grade) ?? new WeekTally(index, WINDOW_WEEKS);
    grades.set(grade, tally);
    for (const each of [whole, tally]) each.addStudent(enrolled, missed);
  }
  const result: GroupWeek[] = [];
  for (const [grade, tally] of [...grades].sort((a, b) => compareGrades(a[0], b[0])))
    for (const week of tally.rows())
      if (isSinceYearStart(week.weekStart, yearStart))
        result.push({ schoolId, level: "grade", grade, ...week });
  for (const week of whole.rows()) result.push({ schoolId, level: "school", grade: "", ...week });
  return result;
}
