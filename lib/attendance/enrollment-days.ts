import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import { dayNumber } from "@/lib/attendance/calendar-date";
import { instructionalDates, type SchoolCalendar } from "@/lib/attendance/school-calendar";

/** A student in a class, from the roster. */
export interface AttendanceEnrollment {
  readonly personId: string;
  readonly classId: string;
  readonly schoolId: string;
  /** OneRoster grades; pre-kindergarten students are left out of every figure. */
  readonly grades: readonly string[];
  /** ISO date, first day; `null`: from the start. */
  readonly beginDate: string | null;
  /** ISO date after the last day (OneRoster: exclusive); `null`: still enrolled. */
  readonly endDate: string | null;
}

const PRE_KINDERGARTEN = new Set(["PK", "PR", "TK", "IT"]);

/** Half-open ranges of day indexes, ascending, not overlapping. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** One school's counted days, as indexes 0..n−1. */
export interface SchoolDays {
  readonly schoolId: string;
  /** Day numbers of the instructional days, ascending. */
  readonly days: readonly number[];
  readonly indexOf: ReadonlyMap<string, number>;
}

export function schoolDays(calendar: SchoolCalendar): SchoolDays {
  const dates = [...new Set(instructionalDates(calendar))].sort();
  return {
    schoolId: calendar.schoolId,
    days: dates.map(dayNumber),
    indexOf: new Map(dates.map((date, index) => [date, index])),
  };
}

/** True when every grade the roster gives is before kindergarten. No grade: not known, so kept. */
export function isPreKindergarten(grades: readonly string[]): boolean {
  return grades.length > 0 && grades.every((g) => PRE_KINDERGARTEN.has(g.trim().toUpperCase()));
}

/** The day indexes an enrollment covers; empty when it lies outside or ends before it begins. */
export function enrolledRange(
  school: SchoolDays,
  enrollment: Pick<AttendanceEnrollment, "beginDate" | "endDate">,
): readonly [number, number] {
  const from = enrollment.beginDate === null ? 0 : firstFrom(school.days, enrollment.beginDate);
  const to =
    enrollment.endDate === null ? school.days.length : firstFrom(school.days, enrollment.endDate);
  return [from, Math.max(from, to)];
}

/** Index of the first day on or after a date. */
function firstFrom(days: readonly number[], date: string): number {
  const target = dayNumber(date);
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Union of ranges, so that a student enrolled twice counts once. */
export function unionRanges(ranges: Ranges): Ranges {
  const sorted = ranges.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0]);
  const union: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = union.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

/** Daily and section absences of one school, by student: sets of day indexes. */
export interface SchoolAbsences {
  readonly daily: ReadonlyMap<string, ReadonlySet<number>>;
  /** By section, then by student. A section with rows of any status is listed. */
  readonly sections: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;
  readonly hasDailyRows: boolean;
}

/**
 * Sorts records by school: those that name a school go to it, other section records to the school
 * of their class, other daily records to each school in which the student is enrolled. Days that are not instructional fall away. Each record must be the only
 * one of its key (`applyCorrections`).
 */
export function absencesBySchool(
  schools: readonly SchoolDays[],
  enrollments: readonly AttendanceEnrollment[],
  records: Iterable<AttendanceRecord>,
): Map<string, SchoolAbsences> {
  const schoolsOfPerson = new Map<string, Set<string>>();
  const schoolsOfClass = new Map<string, Set<string>>();
  for (const { personId, classId, schoolId } of enrollments) {
    schoolsOfPerson.set(personId, (schoolsOfPerson.get(personId) ?? new Set()).add(schoolId));
    schoolsOfClass.set(classId, (schoolsOfClass.get(classId) ?? new Set()).add(schoolId));
  }
  const known = new Map(schools.map((school) => [school.schoolId, school]));
  const result = new Map(schools.map(({ schoolId }) => [schoolId, emptyAbsences()]));
  for (const record of records) {
    const { personId, schoolId, sectionId, date, status } = record;
    const implied =
      sectionId === null ? schoolsOfPerson.get(personId) : schoolsOfClass.get(sectionId);
    const targets = schoolId === null ? (implied ?? []) : [schoolId];
    for (const target of targets) {
      const index = known.get(target)?.indexOf.get(date);
      const school = result.get(target);
      if (index === undefined || !school) continue;
      if (sectionId === null) school.hasDailyRows = true;
      const book = sectionId === null ? school.daily : bookOf(school.sections, sectionId);
      if (status === "absent") book.set(personId, (book.get(personId) ?? new Set()).add(index));
    }
  }
  return result;
}

type Book = Map<string, Set<number>>;

function emptyAbsences(): { daily: Book; sections: Map<string, Book>; hasDailyRows: boolean } {
  return { daily: new Map(), sections: new Map(), hasDailyRows: false };
}

function bookOf(sections: Map<string, Book>, sectionId: string): Book {
  const book: Book = sections.get(sectionId) ?? new Map<string, Set<number>>();
  sections.set(sectionId, book);
  return book;
}
