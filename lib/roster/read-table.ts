import { parse } from "csv-parse/sync";
import type { RosterProblem, SkipCode } from "@/lib/roster/report";

export interface TableRow {
  /** Line on which the row begins; the header is line 1. */
  line: number;
  values: string[];
}

/** A row that is no row. `firstValue` is its first value where that can be told, for its id. */
export interface BrokenRow {
  line: number;
  code: SkipCode;
  reason: string;
  firstValue: string | null;
}

export interface CsvTable {
  file: string;
  header: string[];
  rows: TableRow[];
  broken: BrokenRow[];
  /** Lines of rows that go on over the next line: a line break in a value, or lost quotes. */
  longRows: number[];
}

type TableResult = { ok: true; table: CsvTable } | { ok: false; problem: RosterProblem };

/** Bounds what one stray quote can swallow before it is noticed. */
const maxRecordBytes = 64 * 1024;
/** Beyond this the file is not a CSV with a few typing errors, but something else. */
const maxRestarts = 1000;
const quoteReason =
  "The quotation marks in this row do not match up. A quotation mark inside a value must be doubled.";

/**
 * Splits a CSV into rows. A stray quote would make a plain CSV reader lose everything after it:
 * here the line with the quote is skipped and reading goes on at the next line. So does a record
 * over several lines with the wrong number of values, which is what a stray quote looks like when
 * it happens to meet another one. Errors: unreadableCsv (no header, or broken throughout).
 */
export function readTable(file: string, text: string): TableResult {
  const bytes = Buffer.from(text);
  const rows: TableRow[] = [];
  const broken: BrokenRow[] = [];
  const longRows: number[] = [];
  let header: string[] | null = null;
  let start = 0;
  let line = 1;
  let restarts = 0;
  while (start < bytes.length) {
    const run = readRun(bytes.subarray(start), line, header, rows, broken, longRows);
    header = run.header;
    if (!run.stopped) break;
    restarts += 1;
    if (header === null || restarts > maxRestarts) {
      return { ok: false, problem: unreadable(file, run.line) };
    }
    const rowStart = start + run.consumed;
    start = nextLineStart(bytes, rowStart);
    line = run.line + 1;
    const firstValue = firstValueOf(bytes.toString("utf8", rowStart, start));
    broken.push({ line: run.line, code: "badQuotes", reason: quoteReason, firstValue });
  }
  if (header === null) return { ok: false, problem: unreadable(file, 1) };
  return { ok: true, table: { file, header, rows, broken, longRows } };
}

function nextLineStart(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === 0x0a) return at + 1;
    if (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a) return at + 1;
  }
  return bytes.length;
}

/** Up to the first comma; null where a quotation mark makes that doubtful. */
function firstValueOf(rawLine: string): string | null {
  const match = /^(?:"([^",]+)"|([^",]+)),/.exec(rawLine);
  return match?.[1] ?? match?.[2] ?? null;
}

interface Run {
  header: string[] | null;
  stopped: boolean;
  /** Bytes up to the row at which the run stopped, and the line of that row. */
  consumed: number;
  line: number;
}

class SuspectRecord extends Error {}

function readRun(
  bytes: Buffer,
  firstLine: number,
  knownHeader: string[] | null,
  rows: TableRow[],
  broken: BrokenRow[],
  longRows: number[],
): Run {
  const run: Run = { header: knownHeader, stopped: false, consumed: 0, line: firstLine };
  try {
    parse(bytes, {
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: maxRecordBytes,
      on_record: (values: string[], info): null => {
        const nextLine = run.line + countLines(bytes, run.consumed, info.bytes);
        const blank = values.every((value) => value.trim() === "");
        if (run.header === null) {
          if (!blank) run.header = values;
        } else if (values.length === run.header.length && !blank) {
          rows.push({ line: run.line, values });
          if (nextLine - run.line > 1) longRows.push(run.line);
        } else if (!blank) {
          if (nextLine - run.line > 1) throw new SuspectRecord();
          broken.push({
            line: run.line,
            code: "wrongColumnCount",
            reason: columnCountReason(values.length, run.header.length),
            firstValue: values[0] ?? null,
          });
        }
        run.consumed = info.bytes;
        run.line = nextLine;
        return null;
      },
    });
  } catch (error) {
    const fromParser = error instanceof Error && "code" in error;
    if (!fromParser && !(error instanceof SuspectRecord)) throw error;
    run.stopped = true;
  }
  return run;
}

/** Not the parser's own count: it takes \r\n inside quotes for two lines. */
function countLines(bytes: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) lines += 1;
  }
  return lines;
}

function columnCountReason(found: number, expected: number): string {
  const hint =
    found > expected
      ? "A value with a comma in it needs quotation marks around it."
      : "Some values are missing.";
  return `This row has ${String(found)} values where the first line names ${String(expected)} columns. ${hint}`;
}

function unreadable(file: string, line: number): RosterProblem {
  return {
    code: "unreadableCsv",
    file,
    line,
    message: `${file} could not be read as a table (line ${String(line)}). Check that it is a comma-separated file with column names in its first line.`,
  };
}
