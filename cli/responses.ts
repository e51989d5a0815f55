import { Problems } from "./bad-input";
import type { CsvTable } from "./read-csv";
import { notA, numberOf, wholeRow } from "./table-columns";

export interface ResponseColumns {
  readonly items: readonly {
    readonly name: string;
    readonly at: number;
    readonly reverse: boolean;
  }[];
  readonly group: { readonly at: number } | null;
  /** Ends of the scale, where they are known. */
  readonly min: number | null;
  readonly max: number | null;
}

export interface Response {
  /** One an item; NaN is no answer. A reversed item is mirrored at 0, which moves its mean and no other figure. */
  readonly answers: readonly number[];
  /** Empty where the file names none. */
  readonly group: string;
}

/** Respondents, batch by batch. Throws `BadInput` at the end, or after twenty wrong cells. */
export async function* readResponses(
  table: CsvTable,
  columns: ResponseColumns,
): AsyncGenerator<readonly Response[]> {
  const problems = new Problems(table.file);
  const read = answerReader(columns);
  for await (const batch of table.batches) {
    const responses: Response[] = [];
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null) continue;
      const answers = columns.items.map(({ name, at, reverse }) => {
        const cell = cells[at] ?? "";
        const answer = read(cell);
        if (typeof answer === "string") {
          problems.add(row.line, name, answer);
          return Number.NaN;
        }
        return reverse ? -answer : answer;
      });
      responses.push({ answers, group: (cells[columns.group?.at ?? -1] ?? "").trim() });
    }
    yield responses;
  }
  problems.throwIfAny();
}

const MOST_REMEMBERED = 1_000;

/** A cell's answer, NaN for none, or what is wrong with it. Scales have few points: each spelling is read once. */
function answerReader({ min, max }: ResponseColumns): (cell: string) => number | string {
  const seen = new Map<string, number | string>();
  const read = (cell: string): number | string => {
    const text = cell.trim();
    if (text === "" || text === "NA") return Number.NaN;
    const answer = numberOf(text);
    if (answer === null) return notA(text, "a number");
    if (min !== null && answer < min) return `${text} is below --min ${min}`;
    if (max !== null && answer > max) return `${text} is above --max ${max}`;
    return answer;
  };
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const answer = read(cell);
    if (seen.size < MOST_REMEMBERED) seen.set(cell, answer);
    return answer;
  };
}
