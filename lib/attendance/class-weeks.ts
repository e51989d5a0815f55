import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import { isoDate, mondayOf } from "@/lib/attendance/calendar-date";
import {
  absencesBySchool,
  type AttendanceEnrollment,
  enrolledRange,
  isPreKindergarten,
  type Ranges,
  type SchoolDays,
  schoolDays,
  unionRanges,
} from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";

/** Absence of one class in one week. Only weeks in which the class has student-days are listed. */
export interface ClassWeek {
  readonly schoolId: string;
  readonly classId: string;
  /** Monday, ISO date. */
  readonly weekStart: string;
  /** Days × enrolled students. */
  readonly studentDays: number;
  readonly absentDays: number;
  /** Absent today and not the school day before. */
  readonly newAbsences: number;
  /** Distinct students with a new absence in this week. */
  readonly contributors: number;
  /** Distinct students with a new absence in this week or the school's three weeks before it. */
  readonly windowContributors: number;
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
 * O(enrollments × weeks + absences). To run the same rule for grades or for whole schools, pass
 * the grade or the school as `classId`.
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
      const tally = new WeekTally(weeks.starts.length);
      const absent = book?.sections.get(classId) ?? book?.daily;
      for (const [personId, enrollments] of students) {
        const ranges = unionRanges(enrollments.map((e) => enrolledRange(school, e)));
        tally.addStudent(ranges, absent?.get(personId), weeks.ofDay, weeks.firstDay);
      }
      result.push(...tally.rows(school.schoolId, classId, weeks.starts));
    }
  }
  return result;
}

/** Counts of one class, by index of the school's weeks. */
class WeekTally {
  private readonly studentDays: Int32Array;
  private readonly absentDays: Int32Array;
  private readonly newAbsences: Int32Array;
  private readonly contributors: Int32Array;
  /** Differences from week to week of the students in the window. */
  private readonly windowSteps: Int32Array;

  constructor(private readonly weekCount: number) {
    this.studentDays = new Int32Array(weekCount);
    this.absentDays = new Int32Array(weekCount);
    this.newAbsences = new Int32Array(weekCount);
    this.contributors = new Int32Array(weekCount);
    this.windowSteps = new Int32Array(weekCount + WINDOW_WEEKS + 1);
  }

  addStudent(
    ranges: Ranges,
    absent: ReadonlySet<number> | undefined,
    weekOfDay: Int32Array,
    firstDay: Int32Array,
  ): void {
    const weeksWithNew: number[] = [];
    for (const [from, to] of ranges) {
      for (let week = weekOfDay[from] ?? 0; week < this.weekCount; week++) {
        const start = Math.max(from, firstDay[week] ?? 0);
        if (start >= to) break;
        add(this.studentDays, week, Math.min(to, firstDay[week + 1] ?? to) - start);
      }
    }
    if (!absent) return;
    for (const day of [...absent].sort((a, b) => a - b)) {
      const range = ranges.find(([from, to]) => day >= from && day < to);
      if (!range) continue;
      const week = weekOfDay[day] ?? 0;
      add(this.absentDays, week, 1);
      if (absent.has(day - 1) && day - 1 >= range[0]) continue;
      add(this.newAbsences, week, 1);
      if (weeksWithNew.at(-1) !== week) weeksWithNew.push(week);
    }
    this.markWindows(weeksWithNew);
  }

  private markWindows(weeksWithNew: readonly number[]): void {
    for (const week of weeksWithNew) add(this.contributors, week, 1);
    for (const [from, to] of unionRanges(weeksWithNew.map((w) => [w, w + WINDOW_WEEKS] as const))) {
      add(this.windowSteps, from, 1);
      add(this.windowSteps, to, -1);
    }
  }

  *rows(schoolId: string, classId: string, starts: readonly string[]): Generator<ClassWeek> {
    let windowContributors = 0;
    for (const [week, weekStart] of starts.entries()) {
      windowContributors += this.windowSteps[week] ?? 0;
      const studentDays = this.studentDays[week] ?? 0;
      if (studentDays === 0) continue;
      yield {
        schoolId,
        classId,
        weekStart,
        studentDays,
        absentDays: this.absentDays[week] ?? 0,
        newAbsences: this.newAbsences[week] ?? 0,
        contributors: this.contributors[week] ?? 0,
        windowContributors,
      };
    }
  }
}

function add(counts: Int32Array, at: number, amount: number): void {
  counts[at] = (counts[at] ?? 0) + amount;
}

interface SchoolWeeks {
  readonly starts: string[];
  readonly ofDay: Int32Array;
  /** First day index of each week, and one past the last day. */
  readonly firstDay: Int32Array;
}

function weeksOf(days: SchoolDays["days"]): SchoolWeeks {
  const starts: string[] = [];
  const firstDay: number[] = [];
  const ofDay = new Int32Array(days.length);
  let monday = NaN;
  for (const [index, day] of days.entries()) {
    if (mondayOf(day) !== monday) {
      monday = mondayOf(day);
      starts.push(isoDate(monday));
      firstDay.push(index);
    }
    ofDay[index] = starts.length - 1;
  }
  return { starts, ofDay, firstDay: Int32Array.from([...firstDay, days.length]) };
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
