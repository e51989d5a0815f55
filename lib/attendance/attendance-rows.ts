import { openCsv } from "@/lib/attendance/csv-records";
import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import { cleverMapping, type ColumnMapping } from "@/lib/attendance/column-mapping";
import { type BadCell, type RowReader, rowReader } from "@/lib/attendance/row-reader";

export type AttendanceRow =
  | { readonly line: number; readonly ok: true; readonly record: AttendanceRecord }
  | {
      readonly line: number;
      readonly ok: false;
      /** Header of the column at fault; `null` when the whole row is. */
      readonly column: string | null;
      readonly reason: string;
    };

export type AttendanceFile =
  | {
      readonly ok: true;
      readonly format: "clever" | "mapped";
      readonly headers: readonly string[];
      readonly rows: AsyncIterable<AttendanceRow>;
    }
  | {
      readonly ok: false;
      readonly code: "not-csv" | "needs-mapping" | "missing-column";
      /** Sentences for the person who brought the file. */
      readonly problems: readonly string[];
      /** What the header line holds, for the mapping page; empty when it could not be read. */
      readonly headers: readonly string[];
    };

export interface AttendanceRowOptions {
  /** ISO date; rows dated after it are errors. */
  readonly today?: string;
  /** Called with the line of each row that the mapping says to ignore. */
  readonly onIgnored?: (line: number) => void;
}

/**
 * Reads an attendance file as a stream, one result a row, in file order. With `mapping` `null` the
 * file must be in Clever's format. A bad row is a result with its line, column and reason and
 * never ends the reading; only a file that cannot be understood at all is refused as a whole.
 * Memory does not grow with the number of rows. A broken source throws, here or from the iteration.
 */
export async function attendanceRows(
  source: AsyncIterable<Uint8Array | string>,
  mapping: ColumnMapping | null,
  options: AttendanceRowOptions = {},
): Promise<AttendanceFile> {
  const csv = await openCsv(source);
  if (!csv.ok) return { ok: false, code: "not-csv", problems: csv.problems, headers: [] };
  const { headers } = csv;
  const chosen = mapping ?? cleverMapping(headers);
  if (!chosen) {
    await csv.close();
    const problem =
      "The header is not Clever's (Student_id, Attendance_date, Attendance_status). Say which column is which first.";
    return { ok: false, code: "needs-mapping", problems: [problem], headers };
  }
  const reader = rowReader(headers, chosen, options.today ?? null);
  if (!reader.ok) {
    await csv.close();
    return { ok: false, code: "missing-column", problems: reader.problems, headers };
  }
  const rows = readRows(csv.rows, reader.read, options.onIgnored);
  return { ok: true, format: mapping ? "mapped" : "clever", headers, rows };
}

async function* readRows(
  rows: AsyncIterable<
    | { line: number; ok: true; cells: readonly string[] }
    | { line: number; ok: false; reason: string }
  >,
  read: RowReader,
  onIgnored: ((line: number) => void) | undefined,
): AsyncGenerator<AttendanceRow> {
  for await (const row of rows) {
    if (!row.ok) {
      yield { line: row.line, ok: false, column: null, reason: row.reason };
      continue;
    }
    const result = read(row.cells);
    if (result === "ignored") onIgnored?.(row.line);
    else if (isBad(result)) yield { line: row.line, ok: false, ...result };
    else yield { line: row.line, ok: true, record: result };
  }
}

function isBad(result: AttendanceRecord | BadCell): result is BadCell {
  return "reason" in result;
}

/**
 * The header and the first rows, for the mapping page. Reads no further than it must and closes
 * the source.
 */
export async function sampleRows(
  source: AsyncIterable<Uint8Array | string>,
  limit = 200,
): Promise<
  | { ok: true; headers: readonly string[]; rows: (readonly string[])[] }
  | { ok: false; problems: readonly string[] }
> {
  const csv = await openCsv(source);
  if (!csv.ok) return csv;
  const rows: (readonly string[])[] = [];
  for await (const row of csv.rows) {
    if (row.ok) rows.push(row.cells);
    if (rows.length >= limit) break;
  }
  return { ok: true, headers: csv.headers, rows };
}
