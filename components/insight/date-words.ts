/** "Nov 12, 2026", in the time zone of the wave or the district. */
export function dayWords(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone }).format(instant);
}

/** "Nov 12, 2026, 3:00 PM". */
export function timeWords(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  }).format(instant);
}

/** The Monday of a week, short: "Sep 7". Takes YYYY-MM-DD. */
export function weekWords(weekStart: string): string {
  return new Intl.DateTimeFormat("en-US", {
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${weekStart}T00:00:00Z`));
}
