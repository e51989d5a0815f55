/**
 * Calendar days without clocks or time zones: a day is an ISO string (`2026-09-01`) outside and
 * a count of days since 1970-01-01 inside.
 */

const MS_PER_DAY = 86_400_000;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** How a file writes its dates. */
export const DATE_FORMATS = ["YYYY-MM-DD", "MM/DD/YYYY", "DD/MM/YYYY", "DD.MM.YYYY"] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const SHAPES: Record<DateFormat, { pattern: RegExp; order: [number, number, number] }> = {
  "YYYY-MM-DD": { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: [1, 2, 3] },
  "MM/DD/YYYY": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 1, 2] },
  "DD/MM/YYYY": { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 2, 1] },
  "DD.MM.YYYY": { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
};

/** Spreadsheets append a time of day to dates; the day is what counts. */
const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}.*$/;

/** School data lies between these years; anything else is a mistyped year. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/** Days since 1970-01-01 of an ISO date. Throws on anything that is not one. */
export function dayNumber(iso: string): number {
  const match = ISO.exec(iso);
  if (!match) throw new RangeError(`not an ISO date: ${iso}`);
  const days = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS_PER_DAY;
  if (isoDate(days) !== iso) throw new RangeError(`no such day: ${iso}`);
  return days;
}

/** The ISO date of a day number. */
export function isoDate(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The Monday on or before a day. 1970-01-01 (day 0) was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}

/** Saturday or Sunday. */
export function isWeekend(day: number): boolean {
  return day - mondayOf(day) >= 5;
}

/**
 * Reads a date cell written in `format`; a time of day after it is dropped, one-digit days and
 * months are accepted. `null` when it is not a date of that format or the day does not exist.
 */
export function parseDate(cell: string, format: DateFormat): string | null {
  const { pattern, order } = SHAPES[format];
  const match = pattern.exec(cell.replace(TIME_OF_DAY, ""));
  if (!match) return null;
  const [year, month, day] = order.map((group) => Number(match[group])) as [number, number, number];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${String(year)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
