import { Problems, refuseFile } from "../bad-input";
import type { CsvTable } from "../read-csv";
import { locateColumns, wholeRow } from "../table-columns";
import { GroupReader, type GroupTable } from "./read-groups";

/** The group columns of a roster; `has` says by column whether the file holds it, else it is blank in every row. */
export interface Roster extends GroupTable {
  readonly file: string;
  readonly has: readonly boolean[];
}

/**
 * Reads one row a student. `required` are the columns it must hold: the hierarchy of the responses.
 * Throws `BadInput` as `readSurvey` does.
 */
export async function readRoster(
  table: CsvTable,
  columns: readonly string[],
  required: readonly string[],
): Promise<Roster> {
  locateColumns(table, required);
  const problems = new Problems(table.file);
  const places = columns.map((name) => table.headers.indexOf(name));
  const groups = new GroupReader(columns, places, problems);
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells !== null) groups.read(cells, row.line);
    }
  }
  problems.throwIfAny();
  const { table: read } = groups;
  if (read.combinations.length === 0) refuseFile(table.file, "has no rows below its header");
  return { ...read, file: table.file, has: places.map((place) => place !== -1) };
}
