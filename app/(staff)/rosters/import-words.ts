/** A moment in the district's time: "Nov 23, 2026, 7:03 PM". */
export function momentWords(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  }).format(moment);
}

/** A calendar date (YYYY-MM-DD) as "Nov 23, 2026"; a day has no time zone. */
export function dayWords(iso: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone: "UTC", dateStyle: "medium" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

/** "1 row", "12,000 rows". */
export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** A file's size in words. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
