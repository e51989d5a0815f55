/** A wall clock's reading: `date` YYYY-MM-DD, `time` HH:MM (24 hours). The zone is kept beside it. */
export type LocalTime = { readonly date: string; readonly time: string };

export type LocalTimeRefusal = {
  readonly ok: false;
  readonly code: "time-zone-unknown" | "date-invalid" | "time-invalid";
};

/**
 * How a reading was resolved. `skipped`: the clock jumps over it (spring), and the instant is as far after the
 * jump as the reading was after the jump's start (02:30 → 03:30). `repeated`: it occurs twice (autumn), and the
 * instant is the first. Both as RFC 5545 and ECMAScript's Temporal ("compatible") have it.
 */
export type Resolution = "exact" | "skipped" | "repeated";

const DAY_MS = 86_400_000;

/** The instant at which clocks in `zone` (IANA, "America/Chicago") show `local`. */
export function localToInstant(
  local: LocalTime,
  zone: string,
):
  | { readonly ok: true; readonly instant: Date; readonly resolution: Resolution }
  | LocalTimeRefusal {
  const format = formatIn(zone);
  if (format === null) return { ok: false, code: "time-zone-unknown" };
  const day = parseDay(local.date);
  if (day === null) return { ok: false, code: "date-invalid" };
  const minutes = parseTime(local.time);
  if (minutes === null) return { ok: false, code: "time-invalid" };

  const reading = day + minutes * 60_000;
  // Offsets a day either side: a change of clocks near the reading lies between them.
  const before = reading - offsetMs(reading - DAY_MS, format);
  const after = reading - offsetMs(reading + DAY_MS, format);
  const hits = [...new Set([before, after])].filter((at) => at + offsetMs(at, format) === reading);
  const [first, second] = hits.sort((a, b) => a - b);
  if (first === undefined) return { ok: true, instant: new Date(before), resolution: "skipped" };
  const resolution = second === undefined ? "exact" : "repeated";
  return { ok: true, instant: new Date(first), resolution };
}

/** What clocks in `zone` show at an instant, to the minute. Throws RangeError if the zone is unknown. */
export function instantToLocal(instant: Date, zone: string): LocalTime {
  const format = formatIn(zone);
  if (format === null) throw new RangeError(`unknown time zone ${zone}`);
  const at = instant.getTime();
  const text = new Date(at + offsetMs(at, format)).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16) };
}

/** Milliseconds since 1970 of a date's start, as if in UTC; null if there is no such date from year 1 to 9999. */
export function parseDay(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  // Date.parse turns 30 February into 2 March on some engines and into NaN on others.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : at;
}

function parseTime(time: string): number | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time);
  return parts === null ? null : Number(parts[1]) * 60 + Number(parts[2]);
}

function formatIn(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return null;
  }
}

/** How far clocks in the zone are ahead of UTC at an instant. */
function offsetMs(at: number, format: Intl.DateTimeFormat): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
