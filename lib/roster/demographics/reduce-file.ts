import { type CsvRow, openCsv } from "@/lib/attendance/csv-records";
import {
  isExtension,
  isOneRosterDemographics,
  oneRosterColumns,
} from "@/lib/roster/demographics/one-roster";

/**
 * OneRoster's demographics.csv without the columns that nothing here may use: birth date, places of birth,
 * residence. What waits on a disk to be looked at then does not hold them. Rows stay on their lines, and rows that
 * cannot be read stay unreadable. Null for any other file: nobody knows yet which of its columns are wanted.
 */
export async function reduceOneRoster(bytes: Uint8Array): Promise<Uint8Array | null> {
  const csv = await openCsv(once(bytes));
  if (!csv.ok) return null;
  const { headers } = csv;
  if (!isOneRosterDemographics(headers)) {
    await csv.close();
    return null;
  }
  const known = new Set(oneRosterColumns(headers).values());
  const kept = headers.flatMap((header, at) => (known.has(at) || isExtension(header) ? [at] : []));
  const lines = [line(kept.map((at) => headers[at] ?? ""))];
  for await (const row of csv.rows) {
    while (lines.length < row.line - 1) lines.push("");
    lines.push(reducedRow(row, headers.length, kept));
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

function reducedRow(row: CsvRow, width: number, kept: readonly number[]): string {
  // A mark inside a cell is a row that cannot be read; a lone cell one of the wrong width.
  if (!row.ok) return 'unreadable"row';
  if (row.cells.length !== width) return "wrong width";
  return line(kept.map((at) => row.cells[at] ?? ""));
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      const flat = cell.replace(/[\r\n]+/g, " ");
      return /[",;|\t]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
    })
    .join(",");
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
