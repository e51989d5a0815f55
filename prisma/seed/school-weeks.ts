import { dayNumber, isoDate, mondayOf } from "@/lib/attendance/calendar-date";
import { csvText } from "./csv-text";

/** Instructional weeks behind us: the statistics of rising absence are calibrated for 18. */
export const DEMO_WEEKS = 18;
/** Weeks (counted from 1) whose Monday to Friday a sealed wave was open. */
export const SEALED_WAVE_WEEKS: readonly number[] = [4, 7, 10, 13, 16];
/** A public holiday on a Friday and a snow day on a Tuesday: nobody attends, so nobody is absent. */
const HOLIDAY_WEEK = 6;
const SNOW_WEEK = 11;
const DAYS_OF_YEAR_AFTER_TODAY = 140;

/** One weekday of the demo, `week` counted from 1. */
export interface SchoolDay {
  readonly date: string;
  readonly week: number;
  /** 0 = Monday. */
  readonly weekday: number;
  readonly closure: "holiday" | "snow day" | null;
}

/** The demo's part of a school year, all dates ISO. */
export interface SchoolWeeks {
  readonly firstDay: string;
  readonly lastDay: string;
  /** Monday to Friday of the 18 weeks, closures included. */
  readonly days: readonly SchoolDay[];
  readonly sealedWaves: readonly { readonly opensOn: string; readonly closesOn: string }[];
  /** Open now: from this week's Monday to the Friday of next week. */
  readonly openWave: { readonly opensOn: string; readonly closesOn: string };
  readonly yearEnds: string;
  readonly secondTermStarts: string;
}

function closureOf(week: number, weekday: number): SchoolDay["closure"] {
  if (week === HOLIDAY_WEEK && weekday === 4) return "holiday";
  if (week === SNOW_WEEK && weekday === 1) return "snow day";
  return null;
}

/**
 * The 18 weeks that end with the week before `today` (ISO date), so that the demo is never stale.
 * Throws a RangeError when `today` is not a date.
 */
export function schoolWeeks(today: string): SchoolWeeks {
  const thisMonday = mondayOf(dayNumber(today));
  const firstMonday = thisMonday - 7 * DEMO_WEEKS;
  const mondayOfWeek = (week: number) => firstMonday + 7 * (week - 1);
  const days = Array.from({ length: DEMO_WEEKS * 5 }, (_, index) => {
    const week = Math.floor(index / 5) + 1;
    const weekday = index % 5;
    return {
      date: isoDate(mondayOfWeek(week) + weekday),
      week,
      weekday,
      closure: closureOf(week, weekday),
    };
  });
  return {
    firstDay: isoDate(firstMonday),
    lastDay: isoDate(thisMonday - 3),
    days,
    sealedWaves: SEALED_WAVE_WEEKS.map((week) => ({
      opensOn: isoDate(mondayOfWeek(week)),
      closesOn: isoDate(mondayOfWeek(week) + 4),
    })),
    openWave: { opensOn: isoDate(thisMonday), closesOn: isoDate(thisMonday + 11) },
    yearEnds: isoDate(thisMonday + DAYS_OF_YEAR_AFTER_TODAY),
    secondTermStarts: isoDate(mondayOfWeek(12)),
  };
}

/** The calendar of every school as a file for the real importer: each weekday, and what closed it. */
export function demoCalendarCsv(today: string): string {
  const kinds = { holiday: "holiday", "snow day": "weather" } as const;
  return csvText(
    ["date", "kind"],
    schoolWeeks(today).days.map(({ date, closure }) => [
      date,
      closure === null ? "instructional" : kinds[closure],
    ]),
  );
}
