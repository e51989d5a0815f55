import { BYTE_ORDER_MARK, csvText } from "@/lib/exports/csv-cell";
import type { ExportDocument } from "@/lib/exports/export-file";

/** The document's table as a CSV file, UTF-8. What the sheet of notes says of its rows, each row says itself. */
export function writeCsv({ table: { columns, rows } }: ExportDocument): Uint8Array {
  const text = csvText([columns.map(({ header }) => header), ...rows]);
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}
