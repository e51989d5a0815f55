import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { type BadLine, decodeText, wellFormedText } from "@/lib/attendance/csv-text";

/** A data row, or a line that is not readable as one. `line` counts physical lines from 1. */
export type CsvRow =
  | { readonly line: number; readonly ok: true; readonly cells: readonly string[] }
  | { readonly line: number; readonly ok: false; readonly reason: string };

export type OpenedCsv =
  | {
      readonly ok: true;
      readonly headers: readonly string[];
      readonly rows: AsyncIterable<CsvRow>;
      /** Ends the reading of a file whose rows are not wanted. */
      readonly close: () => Promise<void>;
    }
  | { readonly ok: false; readonly problems: readonly string[] };

const DELIMITERS = [",", ";", "\t", "|"] as const;
const LONGEST_HEADER = 100_000;

/**
 * Opens a CSV stream: finds the delimiter (comma, semicolon, tab or bar) from the header line and
 * gives trimmed headers and a stream of rows. Memory does not grow with the file. A file that
 * cannot be CSV (empty, a spreadsheet, UTF-16) is a list of problems. Errors of the source itself
 * (a broken upload) are thrown, here or from the iteration.
 */
export async function openCsv(source: AsyncIterable<Uint8Array | string>): Promise<OpenedCsv> {
  const text = decodeText(source);
  const refuse = async (problem: string): Promise<OpenedCsv> => {
    await text.return(undefined);
    return { ok: false, problems: [problem] };
  };
  let head = "";
  while (!head.trimStart().includes("\n") && head.length < LONGEST_HEADER) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  if (head.startsWith("PK\u0003\u0004"))
    return refuse(
      "This is an Excel workbook or a zip, not a CSV file. Save it as CSV (UTF-8) first.",
    );
  if (head.split("\n", 1)[0]?.includes("\u0000"))
    return refuse("This file is not UTF-8 text. Save it as CSV (UTF-8) and try again.");
  if (head.trim() === "") return refuse("The file is empty.");

  const delimiter = likeliestDelimiter(head.trimStart().split("\n", 1)[0] ?? "");
  const bad: BadLine[] = [];
  const parser = parse({
    delimiter,
    record_delimiter: "\n",
    relax_column_count: true,
    skip_empty_lines: true,
    // The line travels as a last cell: the parser's types let a record be strings only.
    on_record: (cells: string[], at) => [...cells, String(at.lines)],
  });
  const whole = wellFormedText(resumed(head, text), delimiter, (line) => bad.push(line));
  // Failures reach the reader through the parser's iterator; the callback has nothing to add.
  pipeline(Readable.from(whole), parser, () => undefined);
  const records = parser[Symbol.asyncIterator]() as AsyncIterableIterator<string[]>;
  const first = await records.next();
  const header = first.done === true ? null : parsed(first.value);
  if (!header || (bad[0]?.line ?? Infinity) < header.line) {
    parser.destroy();
    return {
      ok: false,
      problems: [`The header line cannot be read: ${bad[0]?.reason ?? "it is empty"}.`],
    };
  }
  const headers = header.cells.map((cell) => cell.trim());
  const close = async () => {
    await records.return?.();
  };
  return { ok: true, headers, rows: numberedRows(records, bad), close };
}

interface ParsedRecord {
  readonly cells: string[];
  readonly line: number;
}

function parsed(record: string[]): ParsedRecord {
  return { line: Number(record.pop()), cells: record };
}

async function* numberedRows(
  records: AsyncIterable<string[]>,
  bad: BadLine[],
): AsyncGenerator<CsvRow> {
  for await (const record of records) {
    const { cells, line } = parsed(record);
    // The text runs ahead of the parser: give bad lines in their place.
    yield* takeBad(bad, line);
    let breaks = 0;
    for (const cell of cells) if (cell.includes("\n")) breaks += cell.split("\n").length - 1;
    yield { line: line - breaks, ok: true, cells };
  }
  yield* takeBad(bad, Infinity);
}

function* takeBad(bad: BadLine[], before: number): Generator<CsvRow> {
  for (let next = bad[0]; next && next.line < before; next = bad[0]) {
    bad.shift();
    yield { line: next.line, ok: false, reason: next.reason };
  }
}

async function* resumed(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

function likeliestDelimiter(header: string): string {
  const bare = header.replace(/"[^"]*"/g, "");
  let best: string = ",";
  let most = 0;
  for (const candidate of DELIMITERS) {
    const count = bare.split(candidate).length - 1;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}
