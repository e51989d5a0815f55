import {
  type AttendanceEnrollment,
  enrolledRange,
  isPreKindergarten,
  type Ranges,
  type SchoolAbsences,
  type SchoolDays,
  unionRanges,
} from "@/lib/attendance/enrollment-days";

/** A student of a school as a whole, whatever the number of classes; days are indexes of its days. */
export interface SchoolStudent {
  readonly personId: string;
  /** Days on which any class of the school has the student enrolled. */
  readonly enrolled: Ranges;
  /** Those of them that were missed. */
  readonly missed: ReadonlySet<number>;
}

/**
 * The students of a school, by id, each once.
 *
 * In a school with daily rows, a day is missed when the student is marked absent for the day. In a
 * school with section rows only, a day is missed when the student is absent from at least half of
 * the sections they are enrolled in that day, counting sections that take attendance.
 * Pre-kindergarten students are left out.
 */
export function* schoolStudents(
  school: SchoolDays,
  enrollments: readonly AttendanceEnrollment[],
  book: SchoolAbsences | undefined,
): Generator<SchoolStudent> {
  const students = new Map<string, Map<string, Ranges>>();
  for (const enrollment of enrollments) {
    if (enrollment.schoolId !== school.schoolId || isPreKindergarten(enrollment.grades)) continue;
    const classes = students.get(enrollment.personId) ?? new Map<string, Ranges>();
    students.set(enrollment.personId, classes);
    const known = classes.get(enrollment.classId) ?? [];
    classes.set(enrollment.classId, unionRanges([...known, enrolledRange(school, enrollment)]));
  }
  for (const [personId, classes] of [...students].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const enrolled = unionRanges([...classes.values()].flat());
    const missed = book ? missedDays(personId, classes, book) : [];
    yield { personId, enrolled, missed: new Set(missed.filter((day) => covers(enrolled, day))) };
  }
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
