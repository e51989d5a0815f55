import { instantToLocal, localToInstant, parseDay } from "@/lib/waves/local-time";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** A server that was down in the hour still sends for this long; after that the week has gone by. */
const LATE_MS = 48 * HOUR_MS;

/** When the week's mail goes out, on the district's clock: `weekday` 1 (Monday) to 7, `hour` 0 to 23. */
export interface DigestSchedule {
  readonly weekday: number;
  readonly hour: number;
}

/** A mail that is due. `week` is the Monday of its week: one mail a week, however the schedule is changed in it. */
export interface DueDigest {
  readonly week: string;
  readonly at: Date;
  /** The same hour a week before, on the same clock. */
  readonly since: Date;
}

/** The week's mail, from its hour until two days later; else null. Throws RangeError on an unknown zone. */
export function dueDigest(now: Date, zone: string, schedule: DigestSchedule): DueDigest | null {
  const today = instantToLocal(now, zone).date;
  for (const back of [0, 1, 2]) {
    const date = addDays(today, -back);
    if (weekdayOf(date) !== schedule.weekday) continue;
    const at = hourOf(date, schedule.hour, zone);
    if (at > now || now.getTime() - at.getTime() >= LATE_MS) return null;
    return {
      week: addDays(date, 1 - schedule.weekday),
      at,
      since: hourOf(addDays(date, -7), schedule.hour, zone),
    };
  }
  return null;
}

/** When the week's mail goes out next, strictly after `now`. */
export function nextDigest(now: Date, zone: string, schedule: DigestSchedule): Date {
  const today = instantToLocal(now, zone).date;
  const ahead = (schedule.weekday - weekdayOf(today) + 7) % 7;
  const at = hourOf(addDays(today, ahead), schedule.hour, zone);
  return at > now ? at : hourOf(addDays(today, ahead + 7), schedule.hour, zone);
}

/**
 * Hours at which receivers are told that requests wait: before school, and in the middle of it. Fixed, so that a mail
 * says of a request only in which half of a school day it came (docs/decisions/0037).
 */
const ASKED_HOURS = [7, 12] as const;

/**
 * How long after its hour such a mail may still go out. Not longer: it says how many wait when it is sent, and a server
 * that came up at half past nine would date a request to the minutes before.
 */
const ASKED_WITHIN_MS = 10 * 60_000;

/** The one of these hours that has just struck, as "2026-11-26T12"; else null. */
export function dueAskedSlot(now: Date, zone: string): string | null {
  const { date } = instantToLocal(now, zone);
  const [slot] = ASKED_HOURS.map((hour) => ({ hour, at: hourOf(date, hour, zone) })).filter(
    ({ at }) => at <= now && now.getTime() - at.getTime() < ASKED_WITHIN_MS,
  );
  return slot === undefined ? null : `${date}T${String(slot.hour).padStart(2, "0")}`;
}

function hourOf(date: string, hour: number, zone: string): Date {
  const local = localToInstant({ date, time: `${String(hour).padStart(2, "0")}:00` }, zone);
  if (!local.ok) throw new RangeError(`${local.code}: ${zone}, ${date}, ${String(hour)}`);
  return local.instant;
}

function addDays(date: string, days: number): string {
  return new Date((parseDay(date) ?? Number.NaN) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(date: string): number {
  return ((new Date(parseDay(date) ?? Number.NaN).getUTCDay() + 6) % 7) + 1;
}
