import type { CsvRow } from "@/lib/attendance/csv-records";
import type { SkippedCell } from "@/lib/roster/demographics/read-demographics";
import { plainWords, readChoice, type SaidChoice } from "@/lib/roster/participation/choice-words";
import type { ChoiceColumns } from "@/lib/roster/participation/find-columns";

/** What a file says of a student, as it is used. */
export type FileChoice = Exclude<SaidChoice, "nothing">;

/** How a word of the file was read, and in how many rows: the office sees it before anything is written. */
export interface ReadWord {
  readonly word: string;
  readonly read: SaidChoice;
  readonly rows: number;
}

export interface ChoicesReport {
  readonly rows: number;
  readonly words: readonly ReadWord[];
  /** Rows left out, by line. Never quotes a value. */
  readonly skipped: readonly SkippedCell[];
}

export interface ChoicesReading {
  readonly report: ChoicesReport;
  readonly choices: ReadonlyMap<string, FileChoice>;
}

const SAID: Readonly<Record<FileChoice, string>> = {
  out: "a no",
  back: "“none”",
  in: "a yes",
};

/** A no weighs more than taking back, and that more than a yes, wherever in the file they stand. */
const WEIGHT: Readonly<Record<FileChoice, number>> = { out: 2, back: 1, in: 0 };

/**
 * Reads the rows of a file of families' choices against the students on the roster. Where rows about one student
 * contradict each other the no counts: a family's no must not be lost to a second row. The weaker row is reported with
 * both lines. A row that says nothing (blank) changes nothing.
 */
export async function readChoices(
  rows: AsyncIterable<CsvRow>,
  columns: ChoiceColumns,
  students: ReadonlySet<string>,
): Promise<ChoicesReading> {
  const used = new Map<string, { readonly choice: FileChoice; readonly line: number }>();
  const words = new Map<string, ReadWord>();
  const skipped: SkippedCell[] = [];
  let read = 0;
  for await (const row of rows) {
    read += 1;
    const { line } = row;
    const found = readRow(row, columns, students);
    if ("reason" in found) {
      skipped.push({ line, column: found.column, reason: found.reason });
      continue;
    }
    const known = words.get(found.word)?.rows ?? 0;
    words.set(found.word, { word: found.word, read: found.said, rows: known + 1 });
    if (found.said === "nothing") continue;
    const before = used.get(found.student);
    const now = { choice: found.said, line };
    if (before === undefined) used.set(found.student, now);
    else if (before.choice !== now.choice) {
      const [counts, other] =
        WEIGHT[before.choice] > WEIGHT[now.choice] ? [before, now] : [now, before];
      used.set(found.student, counts);
      skipped.push({
        line: other.line,
        column: columns.choice?.header ?? null,
        reason: `line ${String(counts.line)} says ${SAID[counts.choice]} for the same student and counts: a no weighs most, a yes least`,
      });
    }
  }
  return {
    choices: new Map([...used].map(([student, { choice }]) => [student, choice])),
    report: {
      rows: read,
      words: [...words.values()].sort((a, b) => b.rows - a.rows || (a.word < b.word ? -1 : 1)),
      skipped: skipped.sort((a, b) => a.line - b.line),
    },
  };
}

type ReadRow =
  | { readonly student: string; readonly word: string; readonly said: SaidChoice }
  | { readonly column: string | null; readonly reason: string };

function readRow(row: CsvRow, columns: ChoiceColumns, students: ReadonlySet<string>): ReadRow {
  if (!row.ok) return { column: null, reason: row.reason };
  if (row.cells.length !== columns.width) {
    return { column: null, reason: "has more or fewer values than the first line" };
  }
  const student = (row.cells[columns.student.at] ?? "").trim();
  const column = columns.student.header;
  if (student === "") return { column, reason: "is empty" };
  if (student.includes(LOST)) return { column, reason: NOT_UTF8 };
  if (!students.has(student)) {
    return { column, reason: "no student on the roster has this number" };
  }
  const { choice } = columns;
  if (choice === null) return { student, word: "", said: "out" };
  const cell = row.cells[choice.at] ?? "";
  if (cell.includes(LOST)) return { column: choice.header, reason: NOT_UTF8 };
  const said = readChoice(choice.kind, cell);
  if (said === null) {
    return { column: choice.header, reason: "is none of the words for a choice: out, in, none" };
  }
  return { student, word: plainWords(cell), said };
}

/** Stands for bytes that are not UTF-8. */
const LOST = "\uFFFD";
const NOT_UTF8 =
  "holds characters that cannot be read: the file is not UTF-8. Save it as “CSV UTF-8”";
