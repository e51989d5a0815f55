import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import {
  absencesBySchool,
  type AttendanceEnrollment,
  enrolledRange,
  isPreKindergarten,
  schoolDays,
  unionRanges,
} from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";
import { weeksOf, WeekTally, type WeekTotals } from "@/lib/attendance/week-tally";

/** Absence of one class in one week. Only weeks in which the class has student-days are listed. */
export interface ClassWeek extends WeekTotals {
  readonly schoolId: string;
  readonly classId: string;
}

export interface ClassWeeksInput {
  readonly calendars: Iterable<SchoolCalendar>;
  readonly enrollments: readonly AttendanceEnrollment[];
  /** One record a key (`applyCorrections`). No record means present: files hold exceptions only. */
  readonly absences: Iterable<AttendanceRecord>;
}

/** Weeks of the school that make the window of the rising-absence rule. */
export const WINDOW_WEEKS = 4;

/**
 * Counts absence by class and week, by school then class then week.
 *
 * - Student-days: instructional days of the school's calendar on which the student is enrolled in
 *   the class. Days that are not submitted, and days off, exist for nobody.
 * - Absent is absent for any reason; tardy is present. Excused or not makes no difference.
 * - A new absence follows a school day on which the student was present in this class. On the
 *   first day a student could attend the class, an absence is new. Days that do not count are
 *   skipped over: absent Friday and Monday is one spell.
 * - Daily rows count for every class of the student, unless the class has section rows (of any
 *   status), in which case only those count.
 * - Pre-kindergarten students are left out. A student enrolled twice in a class counts once.
 *
 * O(enrollments × weeks + absences). Grades and whole schools are counted by `groupWeeks`: there a
 * student with six classes is one student.
 */
export function classWeeks(input: ClassWeeksInput): ClassWeek[] {
  const schools = [...input.calendars].map(schoolDays);
  const absences = absencesBySchool(schools, input.enrollments, input.absences);
  const rosters = rostersBySchool(input.enrollments);
  const result: ClassWeek[] = [];
  for (const school of schools.sort((a, b) => compare(a.schoolId, b.schoolId))) {
    const weeks = weeksOf(school.days);
    const book = absences.get(school.schoolId);
    const classes = [...(rosters.get(school.schoolId) ?? [])].sort((a, b) => compare(a[0], b[0]));
    for (const [classId, students] of classes) {
      const tally = new WeekTally(weeks, WINDOW_WEEKS);
      const absent = book?.sections.get(classId) ?? book?.daily;
      for (const [personId, enrollments] of students) {
        const ranges = unionRanges(enrollments.map((e) => enrolledRange(school, e)));
        tally.addStudent(ranges, absent?.get(personId));
      }
      for (const week of tally.rows()) result.push({ schoolId: school.schoolId, classId, ...week });
    }
  }
  return result;
}

type Roster = Map<string, Map<string, AttendanceEnrollment[]>>;

function rostersBySchool(enrollments: readonly AttendanceEnrollment[]): Map<string, Roster> {
  const schools = new Map<string, Roster>();
  for (const enrollment of enrollments) {
    if (isPreKindergarten(enrollment.grades)) continue;
    const { schoolId, classId, personId } = enrollment;
    const roster: Roster = schools.get(schoolId) ?? new Map<string, never>();
    schools.set(schoolId, roster);
    const students = roster.get(classId) ?? new Map<string, AttendanceEnrollment[]>();
    roster.set(classId, students);
    students.set(personId, [...(students.get(personId) ?? []), enrollment]);
  }
  return schools;
}

/** Code-unit order: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
