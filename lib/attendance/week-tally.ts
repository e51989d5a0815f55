import { isoDate, mondayOf } from "@/lib/attendance/calendar-date";
import { type Ranges, unionRanges } from "@/lib/attendance/enrollment-days";

/** Absence of a group of students in one week. */
export interface WeekTotals {
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

/** A school's counted days by week. */
export interface WeekIndex {
  /** Mondays, ISO dates, ascending; weeks without a counted day are no weeks. */
  readonly starts: readonly string[];
  readonly ofDay: Int32Array;
  /** First day index of each week, and one past the last day. */
  readonly firstDay: Int32Array;
}

/** `days`: day numbers, ascending. */
export function weeksOf(days: readonly number[]): WeekIndex {
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

/** Counts of one group of students, by index of the school's weeks. Each student is added once. */
export class WeekTally {
  private readonly studentDays: Int32Array;
  private readonly absentDays: Int32Array;
  private readonly newAbsences: Int32Array;
  private readonly contributors: Int32Array;
  /** Differences from week to week of the students in the window. */
  private readonly windowSteps: Int32Array;

  /** `windowWeeks`: weeks of the school over which distinct students are counted. */
  constructor(
    private readonly weeks: WeekIndex,
    private readonly windowWeeks: number,
  ) {
    const weekCount = weeks.starts.length;
    this.studentDays = new Int32Array(weekCount);
    this.absentDays = new Int32Array(weekCount);
    this.newAbsences = new Int32Array(weekCount);
    this.contributors = new Int32Array(weekCount);
    this.windowSteps = new Int32Array(weekCount + windowWeeks + 1);
  }

  /** `ranges` and `absent`: day indexes on which the student is enrolled, and is absent. */
  addStudent(ranges: Ranges, absent: ReadonlySet<number> | undefined): void {
    const { ofDay, firstDay, starts } = this.weeks;
    for (const [from, to] of ranges) {
      for (let week = ofDay[from] ?? 0; week < starts.length; week++) {
        const start = Math.max(from, firstDay[week] ?? 0);
        if (start >= to) break;
        add(this.studentDays, week, Math.min(to, firstDay[week + 1] ?? to) - start);
      }
    }
    if (absent) this.addAbsences(ranges, absent);
  }

  private addAbsences(ranges: Ranges, absent: ReadonlySet<number>): void {
    const weeksWithNew: number[] = [];
    for (const day of [...absent].sort((a, b) => a - b)) {
      const range = ranges.find(([from, to]) => day >= from && day < to);
      if (!range) continue;
      const week = this.weeks.ofDay[day] ?? 0;
      add(this.absentDays, week, 1);
      if (absent.has(day - 1) && day - 1 >= range[0]) continue;
      add(this.newAbsences, week, 1);
      if (weeksWithNew.at(-1) !== week) weeksWithNew.push(week);
    }
    for (const week of weeksWithNew) add(this.contributors, week, 1);
    const windows = weeksWithNew.map((w) => [w, w + this.windowWeeks] as const);
    for (const [from, to] of unionRanges(windows)) {
      add(this.windowSteps, from, 1);
      add(this.windowSteps, to, -1);
    }
  }

  /** Weeks in which the group has student-days. */
  *rows(): Generator<WeekTotals> {
    let windowContributors = 0;
    for (const [week, weekStart] of this.weeks.starts.entries()) {
      windowContributors += this.windowSteps[week] ?? 0;
      const studentDays = this.studentDays[week] ?? 0;
      if (studentDays === 0) continue;
      yield {
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
