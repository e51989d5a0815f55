/** What a cell of a file may hold. A number is written as it is: it cannot hold a formula. */
export type CsvValue = string | number | boolean | null | undefined;

/**
 * Put before the text of a file that people open in a spreadsheet: without it Excel reads UTF-8 as the code page of the
 * machine and breaks every accent.
 */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Beginnings that spreadsheets take for a formula, with the full-width forms that some read alike, and with the blanks
 * before them that some drop. Names of classes come from rosters: whoever can name a class could otherwise run a formula
 * on the machine of whoever opens the file (CWE-1236).
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** What RFC 4180 wants in quotation marks; the semicolon and the tab because many locales split at them. */
const QUOTED = /[",;\t\r\n]/;

/** One cell of a CSV file (RFC 4180), safe to open in a spreadsheet. Nothing (null, undefined) is an empty cell. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as the text of a CSV file (RFC 4180): commas, a CRLF after every row, no byte order mark. */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
