import { parse } from "csv-parse/sync";
import { textsOfPdf } from "@/e2e/support/pdf-texts";
import { type ReadCell, readXlsx } from "@/lib/exports/testdata/read-xlsx";

/** Numbers that say nothing of answers, by the header of their column. */
const HARMLESS = /^(Seats|School|Class|Grades|Pulse|Closed on)$/u;

/** What is exported of results; other tables (questions, samples) have numbers of their own. */
const EXPORTS = "/api/exports/";

/** A page or a file as text in which figures can be found, whatever kind of file it is. */
export function textOfFile(path: string, type: string, bytes: Buffer): string {
  if (type.includes("spreadsheetml")) {
    return [...readXlsx(bytes).values()].map(sheetText).join("\n");
  }
  if (type.includes("pdf")) return textsOfPdf(bytes).join("\n");
  if (type.includes("text/csv") && path.startsWith(EXPORTS)) {
    const rows: string[][] = parse(bytes, { bom: true, relax_column_count: true });
    return `${bytes.toString("utf8")}\n${figureText(rows)}`;
  }
  return /json|html|text/u.test(type) ? bytes.toString("utf8") : "";
}

function sheetText(rows: readonly (readonly ReadCell[])[]): string {
  const columns = (rows[0] ?? []).map(({ column }) => column);
  const table = rows.map((row) => {
    const cells = new Map(row.map(({ column, value }) => [column, value]));
    return columns.map((column) => cells.get(column) ?? "");
  });
  const values = rows.flat().map(({ value }) => value);
  return `${values.join("\n")}\n${figureText(table)}`;
}

/**
 * What stands in two columns, "… at least" and "… at most", as one figure; every other number as a figure by itself, for
 * the harvest to find odd.
 */
export function figureText([head = [], ...rows]: readonly (readonly string[])[]): string {
  const figures: string[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) {
      const header = head[at] ?? "";
      if (!/^-?\d+(\.\d+)?$/u.test(cell) || HARMLESS.test(header)) continue;
      if (/ at most( \(%\))?$/u.test(header)) continue;
      const other = row[head.indexOf(header.replace(" at least", " at most"))] ?? "";
      if (!header.includes(" at least")) figures.push(`"lo":${cell},"hi":${cell}`);
      else if (header.endsWith("(%)")) figures.push(`${cell}–${other}%`);
      else figures.push(`"lo":${cell},"hi":${other}`);
    }
  }
  return figures.join("\n");
}
