import type { CsvRow } from "@/lib/attendance/csv-records";
import type { BoundMapping } from "@/lib/roster/demographics/bind-mapping";
import { MOST_CATEGORIES, type StudentCategory } from "@/lib/roster/demographics/dimension";
import { sourceId } from "@/lib/roster/demographics/sources";

/** A row, or one cell of it, that is left out. Never quotes a value. */
export interface SkippedCell {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

/** What a file says of one demographic. */
export interface DimensionReport {
  readonly name: string;
  /** Students who get a category. */
  readonly students: number;
  /** Largest first. */
  readonly categories: readonly { readonly category: string; readonly students: number }[];
}

export interface DemographicsReport {
  readonly rows: number;
  /** Students of the roster who have a row, and those who have none. */
  readonly found: number;
  readonly absent: number;
  /** Rows that OneRoster marks as deleted. */
  readonly deleted: number;
  readonly unknown: {
    readonly rows: number;
    readonly students: number;
    readonly lines: readonly number[];
  };
  readonly dimensions: readonly DimensionReport[];
  readonly skipped: readonly SkippedCell[];
}

export type DemographicsReading =
  | {
      readonly ok: true;
      readonly report: DemographicsReport;
      readonly categories: readonly StudentCategory[];
    }
  | { readonly ok: false; readonly problems: Readonly<Record<string, string>> };

const UNKNOWN_LINES = 10;

/** What is known of a student so far: category and line, by demographic. */
type Known = ({ readonly category: string; readonly line: number } | null)[];

/**
 * Reads the rows of a file against the students on the roster. A student may have several rows; where two of them
 * differ, the first is used and the other is reported with both lines. Categories that differ in case only are one,
 * as first written. A column with more than `MOST_CATEGORIES` different values refuses the mapping.
 */
export async function readDemographics(
  rows: AsyncIterable<CsvRow>,
  { studentAt, width, take, isDeleted }: BoundMapping,
  studentColumn: string,
  students: ReadonlySet<string>,
): Promise<DemographicsReading> {
  const skipped: SkippedCell[] = [];
  const known = new Map<string, Known>();
  const spellings = take.map(() => new Map<string, string>());
  const strangers = new Set<string>();
  const unknownLines: number[] = [];
  let [read, deleted, unknownRows] = [0, 0, 0];

  for await (const row of rows) {
    read += 1;
    const { line } = row;
    if (!row.ok || row.cells.length !== width) {
      const reason = row.ok ? "has more or fewer values than the first line" : row.reason;
      skipped.push({ line, column: null, reason });
      continue;
    }
    const { cells } = row;
    if (isDeleted(cells)) {
      deleted += 1;
      continue;
    }
    const student = (cells[studentAt] ?? "").trim();
    if (student === "") {
      skipped.push({ line, column: studentColumn, reason: "is empty" });
      continue;
    }
    if (!students.has(student)) {
      unknownRows += 1;
      strangers.add(student);
      if (unknownLines.length < UNKNOWN_LINES) unknownLines.push(line);
      continue;
    }
    const own = known.get(student) ?? take.map(() => null);
    known.set(student, own);
    take.forEach(({ name, offered }, at) => {
      const value = offered.read(cells);
      if (value === null) return;
      if (typeof value !== "string") {
        skipped.push({ line, ...value });
        return;
      }
      const category = spelled(spellings[at], value);
      const before = own[at] ?? null;
      if (before === null) own[at] = { category, line };
      else if (before.category !== category) {
        const reason = `this student is on line ${before.line} too, with another value for ${name}; line ${before.line} was used`;
        skipped.push({ line, column: offered.label, reason });
      }
    });
  }

  const problems: Record<string, string> = {};
  take.forEach(({ offered }, at) => {
    const { size } = spellings[at] ?? new Map<string, string>();
    if (size > MOST_CATEGORIES) {
      problems[`take:${sourceId(offered.source)}`] =
        `This column has ${size.toLocaleString("en-US")} different values; a demographic may have ${MOST_CATEGORIES}.`;
    }
  });
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    categories: [...known].flatMap(([personId, own]) =>
      own.flatMap((value, at) => {
        const dimension = take[at]?.name ?? "";
        return value === null ? [] : [{ personId, dimension, category: value.category }];
      }),
    ),
    report: {
      rows: read,
      found: known.size,
      absent: students.size - known.size,
      deleted,
      unknown: { rows: unknownRows, students: strangers.size, lines: unknownLines },
      dimensions: take.map(({ name }, at) => describe(name, at, known)),
      skipped,
    },
  };
}

/** The category as it was written first. */
function spelled(spellings: Map<string, string> | undefined, category: string): string {
  const key = category.toLowerCase();
  const first = spellings?.get(key) ?? category;
  spellings?.set(key, first);
  return first;
}

function describe(name: string, at: number, known: ReadonlyMap<string, Known>): DimensionReport {
  const counts = new Map<string, number>();
  for (const own of known.values()) {
    const category = own[at]?.category;
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  const categories = [...counts]
    .map(([category, students]) => ({ category, students }))
    .sort((a, b) => b.students - a.students || a.category.localeCompare(b.category, "en"));
  return { name, categories, students: categories.reduce((sum, row) => sum + row.students, 0) };
}
