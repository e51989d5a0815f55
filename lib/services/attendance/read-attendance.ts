import { type AttendanceRecord, lastPerKey } from "@/lib/attendance/attendance-record";
import { attendanceRows } from "@/lib/attendance/attendance-rows";
import { cleverMapping, type ColumnMapping } from "@/lib/attendance/column-mapping";
import type { RosterKeys, StoredAttendance } from "@/lib/data/attendance";
import { type AttendanceReport, ReportBook } from "./attendance-report";

/** Records a statement: what waits for the database is what stays in memory. */
const BATCH = 1_000;

export type AttendanceReading =
  | { readonly ok: true; readonly format: "clever" | "mapped"; readonly report: AttendanceReport }
  | {
      readonly ok: false;
      readonly code: "not-csv" | "needs-mapping" | "missing-column";
      readonly problems: readonly string[];
    };

/**
 * Reads a file to its end in bounded memory, checks each row against the roster and hands good records
 * on in batches, one record a key in each. `onBatch` that does nothing makes it a check.
 */
export async function readAttendance(
  source: AsyncIterable<Uint8Array>,
  mapping: ColumnMapping | null,
  roster: RosterKeys,
  today: string,
  onBatch: (batch: readonly StoredAttendance[]) => Promise<void>,
): Promise<AttendanceReading> {
  const book = new ReportBook();
  const file = await attendanceRows(source, mapping, {
    today,
    onIgnored: () => {
      book.ignore();
    },
  });
  if (!file.ok) return { ok: false, code: file.code, problems: file.problems };
  const columns = mapping ?? cleverMapping(file.headers);
  let batch: AttendanceRecord[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await onBatch([...lastPerKey(batch).values()].map(stored));
    batch = [];
  };
  for await (const row of file.rows) {
    if (!row.ok) {
      book.skip({ line: row.line, column: row.column, reason: row.reason });
      continue;
    }
    const { record } = row;
    const home = roster.schoolOfStudent.get(record.personId);
    if (home === undefined) {
      book.skipStudent(row.line, columns?.student ?? null, record.personId);
      continue;
    }
    const school = schoolOf(record, home, roster);
    if (school === null) {
      book.skipSchool(row.line, columns?.school ?? null, record.schoolId ?? "");
      continue;
    }
    if (record.sectionId !== null && !roster.schoolOfClass.has(record.sectionId)) {
      book.noteUnknownSection();
    }
    book.take(row.line, record);
    batch.push({ ...record, schoolId: school });
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return { ok: true, format: file.format, report: book.report() };
}

/** The school a record is about; "" when it cannot be told, null when the file names an unknown one. */
function schoolOf(record: AttendanceRecord, home: string, roster: RosterKeys): string | null {
  if (record.schoolId !== null) return roster.schoolByNumber.get(record.schoolId) ?? null;
  if (record.sectionId !== null) return roster.schoolOfClass.get(record.sectionId) ?? home;
  return home;
}

function stored(record: AttendanceRecord): StoredAttendance {
  return { ...record, schoolId: record.schoolId ?? "", sectionId: record.sectionId ?? "" };
}
