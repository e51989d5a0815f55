import { openCsv } from "@/lib/attendance/csv-records";
import type { Tx } from "@/lib/data/client";
import { listStudentIds } from "@/lib/data/demographics";
import { findDistrict } from "@/lib/data/district";
import { listChoices } from "@/lib/data/participation";
import { type ChoiceDifference, diffChoices } from "@/lib/roster/participation/diff-choices";
import { type ChoiceColumns, findColumns } from "@/lib/roster/participation/find-columns";
import { type ChoicesReport, readChoices } from "@/lib/roster/participation/read-choices";

export type StagedChoices =
  | { readonly ok: false; readonly problem: string }
  | {
      readonly ok: true;
      readonly columns: ChoiceColumns;
      readonly report: ChoicesReport;
      readonly changes: readonly ChoiceDifference[];
      /** Students of the file for whom the same stands already. */
      readonly unchanged: number;
    };

/** Reads a file of families' choices to its end against roster and choices as they are now. Writes nothing. */
export async function readStagedChoices(
  source: AsyncIterable<Uint8Array>,
  tx?: Tx,
): Promise<StagedChoices> {
  const [district, students, kept] = await Promise.all([
    findDistrict(tx),
    listStudentIds(tx),
    listChoices(tx),
  ]);
  const csv = await openCsv(source);
  if (!csv.ok) return { ok: false, problem: csv.problems.join(" ") };
  const found = findColumns(csv.headers, district?.consent ?? "passive");
  if (!found.ok) {
    await csv.close();
    return found;
  }
  const { report, choices } = await readChoices(csv.rows, found.columns, students);
  if (report.rows === 0) {
    return { ok: false, problem: "The file has a first line and no rows below it." };
  }
  const changes = diffChoices(kept, choices);
  const unchanged = choices.size - changes.length;
  return { ok: true, columns: found.columns, report, changes, unchanged };
}
