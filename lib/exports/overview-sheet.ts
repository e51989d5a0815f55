import type { ExportCell, ExportColumn, ExportSheet } from "@/lib/exports/export-file";
import { boundCells, reasonCell, writtenFigure } from "@/lib/exports/figures";
import type { ExportedFigure, ExportedGroup } from "@/lib/exports/results-table";

/** What the rows are told apart by, beside the group: classes of one pulse, or pulses of one group. */
type RowsAre = "classes" | "pulses";

/**
 * A row a class (or a pulse), two columns a figure: for reading, where the table has a row a figure. All groups must
 * have been asked the same; figures that a group lacks are left to the table.
 */
export function overviewSheet(
  name: string,
  rowsAre: RowsAre,
  groups: readonly ExportedGroup[],
): ExportSheet {
  const heads = new Map<string, ExportedFigure>();
  for (const { figures } of groups) {
    for (const figure of figures) {
      if (!heads.has(keyOf(figure))) heads.set(keyOf(figure), figure);
    }
  }
  return {
    name,
    columns: [...leadColumns(rowsAre), ...[...heads.values()].flatMap(figureColumns), WHY],
    rows: groups.map((group) => rowOf(rowsAre, group, [...heads.keys()])),
  };
}

const WHY: ExportColumn = { header: "Why not shown", meaning: "", width: 60 };
const NOT_ASKED = "not asked";

function keyOf({ what, theme, question }: ExportedFigure): string {
  return JSON.stringify([what, theme, question]);
}

function leadColumns(rowsAre: RowsAre): ExportColumn[] {
  const plain = (header: string, width: number) => ({ header, meaning: "", width });
  return [
    ...(rowsAre === "classes"
      ? [plain("School", 28), plain("Class", 18), plain("Grades", 12)]
      : [plain("Pulse", 28), plain("Closed on", 12)]),
    ...[plain("Seats", 8), plain("Answered at least", 11), plain("Answered at most", 11)],
  ];
}

function figureColumns({ what, theme, question }: ExportedFigure): ExportColumn[] {
  const name = what === "question" ? `${theme}: “${question ?? ""}”` : theme;
  return [
    { header: `${name} at least (%)`, meaning: "", width: 16 },
    { header: `${name} at most (%)`, meaning: "", width: 16 },
  ];
}

function rowOf(rowsAre: RowsAre, group: ExportedGroup, keys: readonly string[]): ExportCell[] {
  const { school, grades, pulse, participation } = group;
  const own = new Map(group.figures.map((figure) => [keyOf(figure), writtenFigure(figure.figure)]));
  const reasons = new Set([...own.values()].flatMap((figure) => reasonCell(figure) ?? []));
  return [
    ...(rowsAre === "classes" ? [school, group.group, grades] : [pulse.title, pulse.closedOn]),
    ...[participation.seats, participation.lo, participation.hi],
    ...keys.flatMap((key) => {
      const figure = own.get(key);
      return figure === undefined ? [NOT_ASKED, NOT_ASKED] : boundCells(figure);
    }),
    [...reasons].join("; "),
  ];
}
