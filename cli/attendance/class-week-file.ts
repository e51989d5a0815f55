import { WeekTable } from "@/lib/attendance/week-table";
import { Problems } from "../bad-input";
import type { CsvTable } from "../read-csv";
import { countOf, locateColumns, notA, wholeRow } from "../table-columns";
import { SERIES_COLUMNS, type SeriesColumn } from "./series";

const LEADING_ZEROS = /^0+(?=\d+$)/;

/**
 * Reads class-weeks (`school,class,week,pupil_days,absent_days,new_absences`). Of the two counts only the one of the
 * series must be there; where both are, new absences may not exceed absent days, nor these the student-days.
 */
export async function readClassWeeks(table: CsvTable, series: SeriesColumn): Promise<WeekTable> {
  const at = locateColumns(table, ["school", "class", "week", "pupil_days", series]);
  // Each count with the one it may not exceed, largest first.
  const ladder = ["pupil_days", "absent_days", "new_absences"].flatMap((name) => {
    const column = table.headers.indexOf(name);
    return column === -1 ? [] : [{ name, column }];
  });
  const countAt = ladder.findIndex(({ name }) => name === series);
  const problems = new Problems(table.file);
  const weeks = new WeekTable();
  const counts = ladder.map(() => 0);
  for await (const batch of table.batches) {
    for (const row of batch) {
      const cells = wholeRow(row, table.headers.length, problems);
      if (cells === null || !readCounts(cells, row.line, ladder, counts, problems)) continue;
      const key = {
        schoolId: (cells[at.school] ?? "").trim(),
        classId: (cells[at.class] ?? "").trim(),
        week: (cells[at.week] ?? "").trim().replace(LEADING_ZEROS, ""),
      };
      if (key.schoolId === "" || key.classId === "") {
        problems.add(row.line, key.schoolId === "" ? "school" : "class", "is empty");
        continue;
      }
      const [studentDays = 0, count = 0] = [counts[0], counts[countAt]];
      const conflict = weeks.add(key, { studentDays, count, contributors: -1 }, row.line);
      if (conflict?.code === "duplicate")
        problems.add(
          row.line,
          "week",
          `week ${key.week} of class ${key.classId} in ${key.schoolId} is already on line ${conflict.line}`,
        );
      else if (conflict)
        problems.add(
          row.line,
          "week",
          notA(cells[at.week] ?? "", "a week like the others: a number, YYYY-MM-DD or YYYY-Www"),
        );
    }
  }
  problems.throwIfAny();
  return weeks;
}

function readCounts(
  cells: readonly string[],
  line: number,
  ladder: readonly { readonly name: string; readonly column: number }[],
  counts: number[],
  problems: Problems,
): boolean {
  for (const [step, { name, column }] of ladder.entries()) {
    const cell = cells[column] ?? "";
    const count = countOf(cell);
    if (count === null) {
      problems.add(line, name, notA(cell, "a whole number from 0 up"));
      return false;
    }
    const limit = step === 0 ? Infinity : (counts[step - 1] ?? 0);
    if (count > limit) {
      problems.add(
        line,
        name,
        `${count} is more than the ${ladder[step - 1]?.name ?? ""}, ${limit}`,
      );
      return false;
    }
    counts[step] = count;
  }
  return true;
}

/** The series a file is read for when none is asked for: new absences where it counts them. */
export function seriesOfFile(table: CsvTable): SeriesColumn {
  return table.headers.includes(SERIES_COLUMNS.new) ? SERIES_COLUMNS.new : SERIES_COLUMNS.absent;
}
