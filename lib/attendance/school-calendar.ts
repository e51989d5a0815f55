/**
 * `instructional`: students were expected and attendance is known. `no-school`: nobody was
 * expected. `not-submitted`: school was held but its attendance is not data (nothing was sent, or
 * everybody is marked alike); such a day counts neither as attended nor as missed.
 */
export type DayKind = "instructional" | "no-school" | "not-submitted";

export interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
}

export interface SchoolCalendar {
  readonly schoolId: string;
  /** `inferred`: read off the days that have attendance rows; say so wherever it is used. */
  readonly origin: "file" | "inferred";
  /** Ascending, one entry a date. */
  readonly days: readonly CalendarDay[];
  /** What a reader of figures based on this calendar must know, one sentence each. */
  readonly notices: readonly string[];
}

/** What is known about one school and day from its attendance rows. */
export interface SchoolDayCount {
  readonly schoolId: string;
  readonly date: string;
  /** Rows of any status. */
  readonly rows: number;
  /** Distinct students marked absent. */
  readonly absentStudents: number;
  /** Distinct students enrolled that day; `null` when unknown. */
  readonly enrolledStudents: number | null;
}

/** The dates that count, ascending. */
export function instructionalDates(calendar: SchoolCalendar): string[] {
  return calendar.days.filter((day) => day.kind === "instructional").map((day) => day.date);
}
