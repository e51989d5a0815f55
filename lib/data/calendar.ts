import type { ListedDay } from "@/lib/attendance/calendar-file";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";
import { prisma, type Tx } from "./client";

/**
 * Rows of `calendar_days` by source. `file`: as a file lists it, school '' for every school; a day of
 * one school whose attendance never came is marked not-submitted on it. `file-every-school`: derived
 * from a '' row for one school. `inferred`: read off attendance. The last two are rewritten by every
 * recomputation.
 */
type Source = "file" | "file-every-school" | "inferred";

/** The days that files list; a not-submitted mark is ours and reads as the school day it was listed as. */
export async function listFileDays(tx: Tx = prisma()): Promise<ListedDay[]> {
  const rows = await tx.$queryRaw<{ schoolId: string; date: string; kind: string }[]>`
    SELECT school_id AS "schoolId", date::text AS date, kind FROM calendar_days
    WHERE source = 'file' ORDER BY school_id, date`;
  return rows.map(({ schoolId, date, kind }) => ({
    schoolId: schoolId === "" ? null : schoolId,
    date,
    kind: kind === "no-school" ? "no-school" : "instructional",
  }));
}

/**
 * Puts a file's days in the place of those that an earlier file listed, school by school, within the
 * dates that this file spans: another school's list and another year's stay.
 */
export async function replaceFileDays(tx: Tx, days: readonly ListedDay[]): Promise<void> {
  const bySchool = new Map<string, ListedDay[]>();
  for (const day of days) {
    const schoolId = day.schoolId ?? "";
    bySchool.set(schoolId, [...(bySchool.get(schoolId) ?? []), day]);
  }
  for (const [schoolId, listed] of bySchool) {
    const dates = listed.map((day) => day.date).sort();
    const [first, last] = [dates[0] ?? "", dates.at(-1) ?? ""];
    // Derived rows make room too: the recomputation that follows writes them anew.
    await tx.$executeRaw`
      DELETE FROM calendar_days WHERE school_id = ${schoolId}
      AND (source <> 'file' OR date BETWEEN ${first}::date AND ${last}::date)`;
    await insertDays(
      tx,
      listed.map(({ date, kind }) => ({ schoolId, date, kind, source: "file" })),
    );
  }
}

/** Writes the calendars in force beside the listed days. */
export async function replaceDerivedDays(
  tx: Tx,
  calendars: Iterable<SchoolCalendar>,
  listed: readonly ListedDay[],
): Promise<void> {
  await tx.$executeRaw`DELETE FROM calendar_days WHERE source <> 'file'`;
  await tx.$executeRaw`
    UPDATE calendar_days SET kind = 'instructional' WHERE source = 'file' AND kind = 'not-submitted'`;
  const own = new Set(listed.map(({ schoolId, date }) => `${schoolId ?? ""}\n${date}`));
  const derived: Row[] = [];
  const marked: Row[] = [];
  for (const { schoolId, origin, days } of calendars) {
    for (const { date, kind } of days) {
      if (own.has(`${schoolId}\n${date}`)) {
        if (kind === "not-submitted") marked.push({ schoolId, date, kind, source: "file" });
        continue;
      }
      const fromFile = origin === "file" || own.has(`\n${date}`);
      derived.push({ schoolId, date, kind, source: fromFile ? "file-every-school" : "inferred" });
    }
  }
  await insertDays(tx, [...derived, ...marked]);
}

interface Row {
  readonly schoolId: string;
  readonly date: string;
  readonly kind: string;
  readonly source: Source;
}

async function insertDays(tx: Tx, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO calendar_days (school_id, date, kind, source)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r("schoolId" text, date date, kind text, source text)
    ON CONFLICT (school_id, date) DO UPDATE SET kind = EXCLUDED.kind, source = EXCLUDED.source`;
}
