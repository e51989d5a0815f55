import { dayNumber, isoDate, isWeekend } from "@/lib/attendance/calendar-date";
import type {
  CalendarDay,
  DayKind,
  SchoolCalendar,
  SchoolDayCount,
} from "@/lib/attendance/school-calendar";

/**
 * From this many rows on a usual day, a day without any is no accident: under a Poisson count of
 * mean 5 it happens once in 150 school days. Below it, a day without rows may simply be a good day.
 */
const ROWS_THAT_NEVER_VANISH = 5;
/** Share of enrolled students absent from which a day is a missing submission, not an absence. */
const ALL_MISSING = 0.9;
/** A weekend day counts as a school day from this share of a usual weekday's rows. */
const BUSY_WEEKEND = 0.5;

/**
 * Infers each school's calendar from the days on which it has attendance rows. Pure; the order of
 * the counts does not matter and several counts of one day are added.
 *
 * Weekdays with rows are instructional; weekend days only with at least half of a usual weekday's
 * rows. A weekday without rows on which at least half of the other schools have some is either a
 * missing submission (a school that usually has 5 rows or more) or a day without absences (a school
 * with fewer); if the other schools have none either, or there are no others, it is no school. Days
 * on which 90% or more of the enrolled are absent, or all are marked present in a school that
 * usually has 5 absent students or more, are not submitted.
 */
export function inferCalendar(counts: readonly SchoolDayCount[]): Map<string, SchoolCalendar> {
  const schools = bySchool(counts);
  const open = openSchoolsByDay(schools);
  const calendars = new Map<string, SchoolCalendar>();
  for (const [schoolId, days] of schools) {
    const usual = usualDay(days);
    const found: CalendarDay[] = [];
    const [first, last] = [Math.min(...days.keys()), Math.max(...days.keys())];
    for (let day = first; day <= last; day++) {
      const count = days.get(day);
      let kind: DayKind;
      if (count && count.rows > 0) {
        const idle = isWeekend(day) && count.rows < BUSY_WEEKEND * usual.rows;
        kind = idle ? "no-school" : submittedKind(count, usual);
      } else if (isWeekend(day) || 2 * (open.get(day) ?? 0) < Math.max(1, schools.size - 1)) {
        kind = "no-school";
      } else {
        kind = usual.rows >= ROWS_THAT_NEVER_VANISH ? "not-submitted" : "instructional";
      }
      found.push({ date: isoDate(day), kind });
    }
    const notices = [
      "No school calendar was given: school days are taken to be the days with attendance rows.",
      ...notSubmittedNotice(found),
    ];
    calendars.set(schoolId, { schoolId, origin: "inferred", days: found, notices });
  }
  return calendars;
}

/**
 * Marks days of a school's given calendar whose attendance was not submitted, by the same rules as
 * `inferCalendar`, and ends it at `through`, the last day for which the district has any rows: a
 * later day has not been reported yet and is no evidence of presence.
 */
export function markNotSubmitted(
  schoolId: string,
  listed: readonly CalendarDay[],
  counts: readonly SchoolDayCount[],
  through: string | null,
): SchoolCalendar {
  const days = bySchool(counts).get(schoolId) ?? new Map<number, DayTotals>();
  const usual = usualDay(days);
  const marked = listed
    .filter((day) => through !== null && day.date <= through)
    .map(({ date, kind }): CalendarDay => {
      if (kind !== "instructional") return { date, kind };
      const count = days.get(dayNumber(date));
      if (count && count.rows > 0) return { date, kind: submittedKind(count, usual) };
      const silent = days.size === 0 || usual.rows >= ROWS_THAT_NEVER_VANISH;
      return { date, kind: silent ? "not-submitted" : "instructional" };
    });
  const offCalendar = [...days].filter(
    ([day, count]) =>
      count.rows > 0 && !listed.some((d) => d.date === isoDate(day) && d.kind === "instructional"),
  ).length;
  const notices = notSubmittedNotice(marked);
  if (offCalendar > 0)
    notices.push(
      `Attendance rows on ${String(offCalendar)} days that the calendar does not list as school days are not counted.`,
    );
  return { schoolId, origin: "file", days: marked, notices };
}

interface DayTotals {
  rows: number;
  absentStudents: number;
  enrolledStudents: number | null;
}

function bySchool(counts: readonly SchoolDayCount[]): Map<string, Map<number, DayTotals>> {
  const schools = new Map<string, Map<number, DayTotals>>();
  for (const { schoolId, date, rows, absentStudents, enrolledStudents } of counts) {
    const days = schools.get(schoolId) ?? new Map<number, DayTotals>();
    schools.set(schoolId, days);
    const day = dayNumber(date);
    const known = days.get(day);
    days.set(day, {
      rows: rows + (known?.rows ?? 0),
      absentStudents: absentStudents + (known?.absentStudents ?? 0),
      enrolledStudents: enrolledStudents ?? known?.enrolledStudents ?? null,
    });
  }
  return schools;
}

function openSchoolsByDay(schools: Map<string, Map<number, DayTotals>>): Map<number, number> {
  const open = new Map<number, number>();
  for (const days of schools.values())
    for (const [day, count] of days) if (count.rows > 0) open.set(day, (open.get(day) ?? 0) + 1);
  return open;
}

interface UsualDay {
  readonly rows: number;
  readonly absentStudents: number;
}

/** Medians over the weekdays that have rows. */
function usualDay(days: Map<number, DayTotals>): UsualDay {
  const weekdays = [...days].filter(([day, c]) => !isWeekend(day) && c.rows > 0).map(([, c]) => c);
  return {
    rows: median(weekdays.map((count) => count.rows)),
    absentStudents: median(weekdays.map((count) => count.absentStudents)),
  };
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function submittedKind(count: DayTotals, usual: UsualDay): DayKind {
  const enrolled = count.enrolledStudents ?? 0;
  const allMissing = enrolled > 0 && count.absentStudents >= ALL_MISSING * enrolled;
  const allPresent = count.absentStudents === 0 && usual.absentStudents >= ROWS_THAT_NEVER_VANISH;
  return allMissing || allPresent ? "not-submitted" : "instructional";
}

function notSubmittedNotice(days: readonly CalendarDay[]): string[] {
  const count = days.filter((day) => day.kind === "not-submitted").length;
  if (count === 0) return [];
  return [
    `On ${String(count)} days attendance was not submitted; they are left out of every figure.`,
  ];
}
