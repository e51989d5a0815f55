import {
  localToInstant,
  parseDay,
  type LocalTime,
  type LocalTimeRefusal,
  type Resolution,
} from "@/lib/waves/local-time";

/** A wave shorter than this is a mistake: a class period fits, with time for slips to be dealt. */
export const SHORTEST_WAVE_MINUTES = 60;
/** Open a wave at least this long (reference/statistics.md, "Non-response"). */
export const ADVISED_SCHOOL_DAYS = 5;

/** How far a calendar is searched for school days: longer than any holidays. */
export const LONGEST_HOLIDAYS_DAYS = 120;

export type ScheduleWarning =
  | "few-school-days"
  | "opens-at-skipped-time"
  | "opens-at-repeated-time"
  | "closes-at-skipped-time"
  | "closes-at-repeated-time";

export type Schedule = {
  readonly ok: true;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** School days on which the wave is open for at least a moment. */
  readonly schoolDays: number;
  readonly warnings: readonly ScheduleWarning[];
};

export type ScheduleRefusal = {
  readonly ok: false;
  readonly code:
    LocalTimeRefusal["code"] | "close-not-after-open" | "wave-too-short" | "wave-already-over";
  /** The form field to mark. */
  readonly field: "opens" | "closes" | "zone";
};

/**
 * Turns the form's local times into instants, or says which field is wrong and how. `zone` is the school's.
 * `isSchoolDay` comes from the calendar; without one, Monday to Friday.
 */
export function validateSchedule(input: {
  readonly opens: LocalTime;
  readonly closes: LocalTime;
  readonly zone: string;
  readonly now: Date;
  readonly isSchoolDay?: (date: string) => boolean;
}): Schedule | ScheduleRefusal {
  const { opens, closes, zone, now, isSchoolDay = isWeekday } = input;
  const open = localToInstant(opens, zone);
  if (!open.ok) return { ...open, field: open.code === "time-zone-unknown" ? "zone" : "opens" };
  const close = localToInstant(closes, zone);
  if (!close.ok) return { ...close, field: "closes" };

  const length = close.instant.getTime() - open.instant.getTime();
  if (length <= 0) return { ok: false, code: "close-not-after-open", field: "closes" };
  if (length < SHORTEST_WAVE_MINUTES * 60_000) {
    return { ok: false, code: "wave-too-short", field: "closes" };
  }
  if (close.instant <= now) return { ok: false, code: "wave-already-over", field: "closes" };

  const schoolDays = countSchoolDays(opens, closes, isSchoolDay);
  const warnings: ScheduleWarning[] = [
    ...(schoolDays < ADVISED_SCHOOL_DAYS ? (["few-school-days"] as const) : []),
    ...clockWarning("opens", open.resolution),
    ...clockWarning("closes", close.resolution),
  ];
  return { ok: true, opensAt: open.instant, closesAt: close.instant, schoolDays, warnings };
}

/**
 * The day on which a wave that opens on `opens` (YYYY-MM-DD) has had five school days after that one, so that those
 * absent when it opens can answer too. The last day searched where the calendar has too few within
 * `LONGEST_HOLIDAYS_DAYS`; null for what is no date.
 */
export function advisedClosingDay(
  opens: string,
  isSchoolDay: (date: string) => boolean = isWeekday,
): string | null {
  const first = parseDay(opens);
  if (first === null) return null;
  let left = ADVISED_SCHOOL_DAYS;
  let date = opens;
  for (let at = 1; at <= LONGEST_HOLIDAYS_DAYS && left > 0; at += 1) {
    date = new Date(first + at * 86_400_000).toISOString().slice(0, 10);
    if (isSchoolDay(date)) left -= 1;
  }
  return date;
}

/** School days of a calendar that says only when there is none: Monday to Friday but for these dates. */
export function weekdaysBut(noSchool: ReadonlySet<string>): (date: string) => boolean {
  return (date) => isWeekday(date) && !noSchool.has(date);
}

function clockWarning(field: "opens" | "closes", resolution: Resolution): ScheduleWarning[] {
  return resolution === "exact" ? [] : [`${field}-at-${resolution}-time`];
}

function countSchoolDays(
  opens: LocalTime,
  closes: LocalTime,
  isSchoolDay: (date: string) => boolean,
): number {
  const first = parseDay(opens.date) ?? 0;
  const last = parseDay(closes.date) ?? -1;
  let days = 0;
  for (let day = first; day <= last; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    // A wave that closes at midnight is not open on the day that begins there.
    const openThen = date !== closes.date || closes.time !== "00:00";
    if (openThen && isSchoolDay(date)) days += 1;
  }
  return days;
}

/** Monday to Friday, whatever a calendar says. */
export function isWeekday(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day >= 1 && day <= 5;
}
