import { Problems, refuseFile } from "../bad-input";
import type { CsvTable } from "../read-csv";
import { locateColumns, wholeRow } from "../table-columns";
import { type AnswerScale, codeReader, SKIPPED } from "./answer-codes";
import { CompactAnswers } from "./compact-answers";
import { GroupReader, type GroupTable } from "./read-groups";

/** A file of responses, read whole. */
export interface Survey {
  readonly groups: GroupTable;
  readonly answers: CompactAnswers;
}

/**
 * Reads one row a respondent. Throws `BadInput` with every column that is missing; or at the end of the file,
 * or after twenty, with the cells that cannot be used; or if there are no rows.
 */
export async function readSurvey(
  table: CsvTable,
  columns: { readonly groups: readonly string[]; readonly items: readonly string[] },
  scale: AnswerScale,
): Promise<Survey> {
  const at = locateColumns(table, [...columns.groups, ...columns.items]);
  const problems = new Problems(table.file);
  const groups = new GroupReader(
    columns.groups,
    columns.groups.map((name) => at[name] ?? -1),
    problems,
  );
  const items = columns.items.map((name) => ({ name, at: at[name] ?? -1 }));
  const read = codeReader(scale);
  const answers = new CompactAnswers(columns.items);
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null) continue;
      const combination = groups.read(cells, row.line);
      const codes = items.map(({ name, at: place }) => {
        const code = read(cells[place] ?? "");
        if (typeof code === "number") return code;
        problems.add(row.line, name, code);
        return SKIPPED;
      });
      answers.add(combination, codes);
    }
  }
  problems.throwIfAny();
  if (answers.rows === 0) refuseFile(table.file, "has no rows below its header");
  return { groups: groups.table, answers };
}
