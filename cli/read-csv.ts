import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { decodeText } from "@/lib/attendance/csv-text";
import { refuseFile } from "./bad-input";
import { placeOf } from "./place-of";

/** One row; a string in place of cells says why it cannot be read. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[] | string;
}

export interface CsvTable {
  /** As the person named it, for messages. */
  readonly file: string;
  readonly headers: readonly string[];
  /** Rows in pieces of a few hundred: a million awaited rows would take longer than reading them. */
  readonly batches: AsyncIterable<readonly CsvLine[]>;
}

const DELIMITERS = [",", ";", "\t", "|"] as const;
const LONGEST_LINE = 1_000_000;

/**
 * Opens a CSV file, or standard input for `-`, as a stream of rows with memory for one piece of it. A row is a line:
 * these tables hold no text with line breaks, so a quotation mark that does not close is an error of its own line.
 * Split here and not by csv-parse, which takes five times as long: 50,000 classes have 1.8 million rows.
 */
export async function openTable(path: string): Promise<CsvTable> {
  const file = path === "-" ? "standard input" : path;
  const lines = linesOf(decodeText(await openSource(path)), file);
  let head: readonly [number, string] | undefined;
  let rest: readonly (readonly [number, string])[] = [];
  while (head === undefined) {
    const next = await lines.next();
    if (next.done) return refuseFile(file, "is empty");
    head = next.value[0];
    rest = next.value.slice(1);
  }
  const [headLine, text] = head;
  if (text.startsWith("PK\u0003\u0004"))
    refuseFile(file, "is an Excel workbook or a zip; save it as CSV (UTF-8) first");
  if (text.includes("\u0000")) refuseFile(file, "is not UTF-8 text; save it as CSV (UTF-8) first");
  const delimiter = likeliestDelimiter(text);
  const cells = splitLine(text, delimiter);
  if (typeof cells === "string") return refuseFile(file, cells, headLine);
  const headers = cells.map((cell) => cell.trim());
  const twice = headers.find((header, at) => header !== "" && headers.indexOf(header) !== at);
  if (twice !== undefined) refuseFile(file, `has two columns called "${twice}"`, headLine);
  return { file, headers, batches: rowsOf(rest, lines, delimiter) };
}

async function openSource(path: string): Promise<AsyncIterable<Uint8Array>> {
  if (path === "-") return process.stdin;
  const place = placeOf(path);
  try {
    if ((await stat(place)).isDirectory()) refuseFile(path, "is a directory");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT") refuseFile(path, "there is no such file");
    if (code === "EACCES") refuseFile(path, "may not be read");
    throw error;
  }
  return createReadStream(place, { highWaterMark: 262_144 });
}

async function* linesOf(
  text: AsyncIterable<string>,
  file: string,
): AsyncGenerator<(readonly [number, string])[], undefined> {
  let carry = "";
  let line = 0;
  const numbered = (lines: readonly string[]): (readonly [number, string])[] => {
    const filled: (readonly [number, string])[] = [];
    for (const content of lines) {
      line += 1;
      if (content.trim() !== "") filled.push([line, content]);
    }
    return filled;
  };
  for await (const piece of text) {
    const lines = (carry + piece).split("\n");
    carry = lines.pop() ?? "";
    if (carry.length > LONGEST_LINE)
      refuseFile(file, "is longer than a million characters; is this a CSV file?", line + 1);
    if (lines.length > 0) yield numbered(lines);
  }
  yield numbered([carry]);
}

async function* rowsOf(
  first: readonly (readonly [number, string])[],
  lines: AsyncIterable<readonly (readonly [number, string])[]>,
  delimiter: string,
): AsyncGenerator<readonly CsvLine[]> {
  const read = ([line, text]: readonly [number, string]): CsvLine => ({
    line,
    cells: splitLine(text, delimiter),
  });
  yield first.map(read);
  for await (const batch of lines) yield batch.map(read);
}

/** The cells of one line, or why it has none. */
function splitLine(line: string, delimiter: string): string[] | string {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let end: number;
    if (line.charAt(at) === '"') {
      const close = closingQuote(line, at + 1);
      if (close === -1) return 'a quotation mark (") opens and does not close on this line';
      end = close + 1;
      if (end < line.length && line.charAt(end) !== delimiter) return QUOTE_INSIDE;
      cells.push(line.slice(at + 1, close).replaceAll('""', '"'));
    } else {
      const next = line.indexOf(delimiter, at);
      end = next === -1 ? line.length : next;
      const cell = line.slice(at, end);
      if (cell.includes('"')) return QUOTE_INSIDE;
      cells.push(cell);
    }
    if (end >= line.length) return cells;
    at = end + 1;
  }
}

const QUOTE_INSIDE = 'a quotation mark (") stands inside a cell';

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at !== -1 && line.charAt(at + 1) === '"') at = line.indexOf('"', at + 2);
  return at;
}

function likeliestDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  let best: string = DELIMITERS[0];
  for (const candidate of DELIMITERS)
    if (bare.split(candidate).length > bare.split(best).length) best = candidate;
  return best;
}
