import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import {
  absencesBySchool,
  type AttendanceEnrollment,
  enrolledRange,
  isPreKindergarten,
  type Ranges,
  type SchoolAbsences,
  type SchoolDays,
  schoolDays,
  unionRanges,
} from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";

/** A student of a school as a whole, whatever the number of classes; days are indexes of its days. */
export interface SchoolStudent {
  readonly personId: string;
  /** Days on which any class of the school has the student enrolled. */
  readonly enrolled: Ranges;
  /** Those of them that were missed. */
  readonly missed: ReadonlySet<number>;
}

/** The students of one school, by id, each once. */
export interface SchoolStudents {
  readonly school: SchoolDays;
  /** ISO date of the first day of the present school year. */
  readonly yearStart: string;
  readonly students: readonly SchoolStudent[];
}

/**
 * Who could attend a school on which days, and missed which.
 *
 * In a school with daily rows, a day is missed when the student is marked absent for the day. In a
 * school with section rows only, a day is missed when the student is absent from at least half of
 * the sections they are enrolled in that day, counting sections that take attendance.
 * Pre-kindergarten students are left out.
 *
 * An enrollment without a begin date is taken to begin with the present school year, unless it had
 * ended by then: it does not say that the student was there before.
 */
export function schoolStudents(input: {
  readonly calendar: SchoolCalendar;
  readonly enrollments: readonly AttendanceEnrollment[];
  /** One record a key (`applyCorrections`). No record means present: files hold exceptions only. */
  readonly absences: Iterable<AttendanceRecord>;
  readonly yearStart: string;
}): SchoolStudents {
  const { calendar, enrollments, absences, yearStart } = input;
  const school = schoolDays(calendar);
  const book = absencesBySchool([school], enrollments, absences).get(school.schoolId);
  const classesOf = new Map<string, Map<string, Ranges>>();
  for (const enrollment of enrollments) {
    const { schoolId, personId, classId, grades } = enrollment;
    if (schoolId !== school.schoolId || isPreKindergarten(grades)) continue;
    const classes = classesOf.get(personId) ?? new Map<string, Ranges>();
    classesOf.set(personId, classes);
    const range = enrolledRange(school, dated(enrollment, yearStart));
    classes.set(classId, unionRanges([...(classes.get(classId) ?? []), range]));
  }
  const students = [...classesOf]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([personId, classes]) => {
      const enrolled = unionRanges([...classes.values()].flat());
      const missed = book ? missedDays(personId, classes, book) : [];
      return { personId, enrolled, missed: new Set(missed.filter((day) => covers(enrolled, day))) };
    });
  return { school, yearStart, students };
}

function dated(enrollment: AttendanceEnrollment, yearStart: string): AttendanceEnrollment {
  const { beginDate, endDate } = enrollment;
  const over = endDate !== null && endDate <= yearStart;
  return beginDate !== null || over ? enrollment : { ...enrollment, beginDate: yearStart };
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
