import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import {
  absencesBySchool,
  type AttendanceEnrollment,
  enrolledRange,
  isPreKindergarten,
  type Ranges,
  type SchoolAbsences,
  schoolDays,
  unionRanges,
} from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";

/** Days of one student at one school to date. */
export interface StudentDays {
  readonly schoolId: string;
  readonly personId: string;
  /** Days the student could have attended. */
  readonly enrolledDays: number;
  /** Days missed for any reason; never more than `enrolledDays`. */
  readonly absentDays: number;
}

/**
 * Counts each student's days at each school, by school then student, over the calendars given.
 *
 * A student could attend on the instructional days on which any class of the school had them
 * enrolled. In a school with daily rows, a day is missed when the student is marked absent for the
 * day. In a school with section rows only, a day is missed when the student is absent from at
 * least half of the sections they are enrolled in that day, counting sections that take attendance.
 * Pre-kindergarten students are left out.
 */
export function studentDays(input: {
  readonly calendars: Iterable<SchoolCalendar>;
  readonly enrollments: readonly AttendanceEnrollment[];
  readonly absences: Iterable<AttendanceRecord>;
}): StudentDays[] {
  const schools = [...input.calendars].map(schoolDays);
  const books = absencesBySchool(schools, input.enrollments, input.absences);
  const result: StudentDays[] = [];
  for (const school of schools.sort((a, b) => (a.schoolId < b.schoolId ? -1 : 1))) {
    const book = books.get(school.schoolId);
    const students = new Map<string, Map<string, Ranges>>();
    for (const enrollment of input.enrollments) {
      if (enrollment.schoolId !== school.schoolId || isPreKindergarten(enrollment.grades)) continue;
      const classes = students.get(enrollment.personId) ?? new Map<string, Ranges>();
      students.set(enrollment.personId, classes);
      const known = classes.get(enrollment.classId) ?? [];
      classes.set(enrollment.classId, unionRanges([...known, enrolledRange(school, enrollment)]));
    }
    for (const [personId, classes] of [...students].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const enrolled = unionRanges([...classes.values()].flat());
      const enrolledDays = enrolled.reduce((sum, [from, to]) => sum + to - from, 0);
      if (enrolledDays === 0) continue;
      const missed = book ? missedDays(personId, classes, book) : [];
      const absentDays = missed.filter((day) => covers(enrolled, day)).length;
      result.push({ schoolId: school.schoolId, personId, enrolledDays, absentDays });
    }
  }
  return result;
}

function missedDays(
  personId: string,
  classes: ReadonlyMap<string, Ranges>,
  book: SchoolAbsences,
): number[] {
  if (book.hasDailyRows) return [...(book.daily.get(personId) ?? [])];
  const taking = [...classes].filter(([classId]) => book.sections.has(classId));
  const missedSections = new Map<number, number>();
  for (const [classId, ranges] of taking)
    for (const day of book.sections.get(classId)?.get(personId) ?? [])
      if (covers(ranges, day)) missedSections.set(day, (missedSections.get(day) ?? 0) + 1);
  return [...missedSections]
    .filter(([day, missed]) => {
      const expected = taking.filter(([, ranges]) => covers(ranges, day)).length;
      return 2 * missed >= expected;
    })
    .map(([day]) => day);
}

function covers(ranges: Ranges, day: number): boolean {
  return ranges.some(([from, to]) => day >= from && day < to);
}
