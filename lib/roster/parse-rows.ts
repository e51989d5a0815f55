import { CellReader, clip } from "@/lib/roster/cell-reader";
import { columnsOf } from "@/lib/roster/file-columns";
import { matchColumns } from "@/lib/roster/match-columns";
import type { LeavingReason, ParsedFile } from "@/lib/roster/parsed";
import { readTable } from "@/lib/roster/read-table";
import type { NoticeBook, RosterProblem, SkippedRow } from "@/lib/roster/report";
import type { DataFileName, FileMode, RosterVersion } from "@/lib/roster/types";

export interface ParseContext {
  version: RosterVersion;
  /** YYYY-MM-DD */
  today: string;
  book: NoticeBook;
  skipped: SkippedRow[];
  problems: RosterProblem[];
}

export type Built<T> = { record: T } | { leaves: LeavingReason };

export interface RowSource {
  name: DataFileName;
  /** null when the file is absent */
  text: string | null;
  mode: FileMode;
}

/**
 * Reads a file row by row. `build` turns one row into a record; what it refuses is skipped with
 * line and reason, and never touches another row. With `keepDeleted`, rows marked for deletion
 * reach `build` too (it needs their other columns).
 */
export function parseRows<T>(
  source: RowSource,
  context: ParseContext,
  build: (cells: CellReader, id: string, deleted: boolean) => Built<T>,
  keepDeleted = false,
): ParsedFile<T> {
  const file = `${source.name}.csv`;
  const parsed: ParsedFile<T> = {
    file,
    mode: source.text === null ? "absent" : source.mode,
    rows: [],
    leaving: new Map(),
    heldIds: new Set(),
    unidentified: 0,
  };
  if (source.text === null || source.mode === "absent") return parsed;
  const read = readTable(file, source.text);
  if (!read.ok) {
    context.problems.push(read.problem);
    return parsed;
  }
  const matched = matchColumns(
    file,
    read.table.header,
    columnsOf(source.name, context.version),
    context.book,
  );
  if (!matched.ok) {
    context.problems.push(...matched.problems);
    return parsed;
  }
  const { positions } = matched;
  noteMissingChangeColumns(file, positions, context.book);

  const hold = (id: string | null): void => {
    if (id === null || id === "") parsed.unidentified += 1;
    else parsed.heldIds.add(id);
  };
  for (const { firstValue, ...broken } of read.table.broken) {
    context.skipped.push({ file, column: null, ...broken });
    hold(positions.get("sourcedId") === 0 ? (firstValue?.trim() ?? null) : null);
  }
  for (const line of read.table.longRows) {
    context.book.note(
      "rowOverLines",
      file,
      line,
      "A row goes on over the next line. If that is not meant, a quotation mark is wrong.",
    );
  }
  const firstLines = new Map<string, number>();
  for (const row of read.table.rows) {
    const cells = new CellReader(file, row.line, row.values, positions, context.book);
    const id = cells.required("sourcedId");
    const earlier = firstLines.get(id);
    if (earlier !== undefined) {
      context.skipped.push({
        file,
        line: row.line,
        column: "sourcedId",
        code: "duplicateId",
        reason: `The sourcedId “${clip(id)}” is already on line ${String(earlier)}; that row was used.`,
      });
      continue;
    }
    const deleted = readStatus(cells, source.mode);
    const built: Built<T> =
      deleted && !keepDeleted && cells.refusal === null
        ? { leaves: "markedForDeletion" }
        : build(cells, id, deleted);
    if (cells.refusal) {
      context.skipped.push({ file, line: row.line, ...cells.refusal });
      hold(id);
      continue;
    }
    firstLines.set(id, row.line);
    if ("record" in built) parsed.rows.push({ line: row.line, record: built.record });
    else parsed.leaving.set(id, built.leaves);
  }
  return parsed;
}

/** True when the row is marked for deletion. */
function readStatus(cells: CellReader, mode: FileMode): boolean {
  const status = cells.text("status");
  const lower = status.toLowerCase();
  if (lower === "") {
    if (mode === "delta")
      cells.note(
        "statusBlankInDelta",
        "The status is empty in a file of changes; such rows were read as active.",
      );
    return false;
  }
  if (lower === "active" || lower === "tobedeleted" || lower === "inactive") {
    if (mode === "bulk")
      cells.note(
        "statusInBulk",
        "The status is filled in although the file is a full list; it was followed.",
      );
    if (lower === "inactive")
      cells.note("statusInactive", "The status “inactive” was read as tobedeleted.");
    return lower !== "active";
  }
  cells.refuse(
    "status",
    "badValue",
    `“${clip(status)}” is not a status. It must be active, tobedeleted or empty.`,
  );
  return false;
}

function noteMissingChangeColumns(
  file: string,
  positions: ReadonlyMap<string, number>,
  book: NoticeBook,
): void {
  for (const column of ["status", "dateLastModified"]) {
    if (!positions.has(column)) {
      book.note(
        "changeColumnMissing",
        file,
        1,
        `${file} has no column ${column}; it was read without.`,
      );
    }
  }
}
