import {
  type CalendarProblem,
  type ListedDay,
  readCalendarFile,
} from "@/lib/attendance/calendar-file";
import { hasAttendance, readRosterKeys, type RosterKeys } from "@/lib/data/attendance";
import { replaceFileDays } from "@/lib/data/calendar";
import { inTransaction } from "@/lib/data/client";
import { lockImports } from "@/lib/data/imports";
import type { ServiceContext } from "../context";
import { finishImport } from "../imports/finish-import";
import type { ImportSource } from "../imports/import-source";
import { recomputeAttendance } from "./recompute-attendance";

export interface CalendarSummary {
  readonly schoolDays: number;
  readonly daysOff: number;
  /** Schools that the file names; empty when it is for every school. */
  readonly schoolIds: readonly string[];
  readonly everySchool: boolean;
  readonly firstDate: string;
  readonly lastDate: string;
}

export type CalendarReading =
  | { readonly ok: true; readonly days: readonly ListedDay[]; readonly summary: CalendarSummary }
  | {
      readonly ok: false;
      readonly code: "problems";
      readonly problems: readonly CalendarProblem[];
    };

/** Reads a calendar against the roster's schools. One bad row refuses it all: a day shifts every rate. */
export async function readCalendar(
  source: AsyncIterable<Uint8Array>,
  roster: RosterKeys,
): Promise<CalendarReading> {
  const read = await readCalendarFile(source);
  if (!read.ok) return { ok: false, code: "problems", problems: read.problems };
  const days: ListedDay[] = [];
  const unknown = new Set<string>();
  for (const day of read.days) {
    const schoolId = day.schoolId === null ? null : roster.schoolByNumber.get(day.schoolId);
    if (schoolId === undefined) unknown.add(day.schoolId ?? "");
    else days.push({ ...day, schoolId });
  }
  if (unknown.size > 0) {
    const problems = [...unknown].slice(0, 20).map((id) => ({
      line: 1,
      column: "school_id",
      reason: `School "${id}" is not on the roster. Import the roster first, or correct the number.`,
    }));
    return { ok: false, code: "problems", problems };
  }
  return { ok: true, days, summary: summarise(days) };
}

/**
 * Puts the file's days in force and recomputes what depends on them, with the audit event, in one
 * transaction. The caller has authorised.
 */
export async function writeCalendar(
  context: ServiceContext,
  source: ImportSource & { readonly open: () => AsyncIterable<Uint8Array> },
): Promise<
  { readonly ok: true; readonly summary: CalendarSummary } | Extract<CalendarReading, { ok: false }>
> {
  return inTransaction(
    async (tx) => {
      await lockImports(tx);
      const reading = await readCalendar(source.open(), await readRosterKeys(tx));
      if (!reading.ok) return reading;
      await replaceFileDays(tx, reading.days);
      if (await hasAttendance(tx)) await recomputeAttendance(tx);
      const { summary } = reading;
      await finishImport(tx, context, {
        kind: "calendar",
        source,
        summary: { ...summary },
        detail: { schoolDays: summary.schoolDays, daysOff: summary.daysOff },
      });
      return { ok: true, summary };
    },
    { timeoutMs: 10 * 60_000 },
  );
}

function summarise(days: readonly ListedDay[]): CalendarSummary {
  const dates = days.map((day) => day.date).sort();
  const named = new Set(days.flatMap((day) => day.schoolId ?? []));
  return {
    schoolDays: new Set(days.filter((d) => d.kind === "instructional").map((d) => d.date)).size,
    daysOff: new Set(days.filter((d) => d.kind === "no-school").map((d) => d.date)).size,
    schoolIds: [...named].sort(),
    everySchool: days.some((day) => day.schoolId === null),
    firstDate: dates[0] ?? "",
    lastDate: dates.at(-1) ?? "",
  };
}
