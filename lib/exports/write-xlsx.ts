import writeXlsxFile, { type Cell, type Row, type Sheet } from "write-excel-file/node";
import type { ExportCell, ExportDocument, ExportSheet } from "@/lib/exports/export-file";

const HEAD = { fontWeight: "bold", wrap: true, alignVertical: "top" } as const;

/**
 * The document as a spreadsheet: views, the whole table, notes. Texts are cells of the type text, whatever they begin
 * with: a class that is called "=1+1" is a class that is called "=1+1".
 */
export async function writeXlsx(document: ExportDocument): Promise<Uint8Array> {
  const sheets = [...document.views, document.table].map(sheetOf);
  const buffer = await writeXlsxFile([...sheets, notesOf(document)]).toBuffer();
  return new Uint8Array(buffer);
}

function sheetOf({ name, columns, rows }: ExportSheet): Sheet<Buffer> {
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [columns.map(({ header }) => ({ ...textCell(header), ...HEAD })), ...rows.map(rowOf)],
  };
}

function notesOf({ title, notes }: ExportDocument): Sheet<Buffer> {
  const line = ({ term, words }: { term: string; words: string }): Row => [
    { ...textCell(term), ...HEAD },
    { ...textCell(words), wrap: true, alignVertical: "top" },
  ];
  return {
    sheet: "Notes",
    columns: [{ width: 34 }, { width: 100 }],
    data: [[{ ...textCell(title), ...HEAD }, null], ...notes.map(line)],
  };
}

function rowOf(cells: readonly ExportCell[]): Row {
  return cells.map((value): Cell => {
    if (value === null) return null;
    return typeof value === "number" ? { value, type: Number } : textCell(value);
  });
}

/** A cell of a spreadsheet holds so many characters; Excel calls a file with more damaged. */
const LONGEST = 32_767;

function textCell(text: string): { value: string; type: StringConstructor } {
  return { value: xmlText(text).slice(0, LONGEST), type: String };
}

/** Half a character, and control characters, may be in a name and may not be in XML: one would damage the whole file. */
function xmlText(text: string): string {
  return text.replaceAll(
    // eslint-disable-next-line no-control-regex -- these are the ones that XML forbids
    /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "\uFFFD",
  );
}
