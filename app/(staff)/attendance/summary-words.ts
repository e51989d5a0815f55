import type { AttendanceSummary } from "@/lib/services/attendance/write-attendance";
import type { CalendarSummary } from "@/lib/services/attendance/write-calendar";
import { countWords, dayWords } from "../rosters/import-words";

/** What an attendance or calendar import did, in one sentence. Anything else than a summary gives "". */
export function attendanceSummaryWords(summary: unknown): string {
  if (typeof summary !== "object" || summary === null) return "";
  if ("schoolDays" in summary) return calendarWords(summary as CalendarSummary);
  if (!("report" in summary) || !("added" in summary)) return "";
  const { added, replaced, unchanged, report } = summary as AttendanceSummary;
  const left =
    report.skipped.total > 0
      ? ` ${countWords(report.skipped.total, "row was", "rows were")} left out.`
      : "";
  if (added + replaced === 0) return `Nothing to change: all of it was known.${left}`;
  const said = [
    added > 0 ? `${countWords(added, "record", "records")} added` : "",
    replaced > 0 ? `${countWords(replaced, "record", "records")} corrected` : "",
    unchanged > 0 ? `${unchanged.toLocaleString("en-US")} known already` : "",
  ].filter((text) => text !== "");
  return `${said.join(", ")}.${left}`;
}

/** A calendar in one sentence. */
export function calendarWords(summary: CalendarSummary): string {
  const { schoolDays, daysOff, firstDate, lastDate } = summary;
  return `Calendar with ${countWords(schoolDays, "school day", "school days")} and ${countWords(daysOff, "day off", "days off")}, ${dayWords(firstDate)} to ${dayWords(lastDate)}.`;
}
