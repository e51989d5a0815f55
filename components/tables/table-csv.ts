import { BYTE_ORDER_MARK, csvText, type CsvValue } from "@/lib/exports/csv-cell";
import { percentRange } from "@/lib/insight/percent";

import { cellText, isTier } from "./cell-values";
import type { DataCell, DataColumn, DataRow } from "./table-data";

interface CsvColumn {
  readonly header: string;
  readonly value: (cell: DataCell) => CsvValue;
}

/**
 * A list as the text of a CSV file: the rows and columns given, in that order. A band is two columns in whole percent,
 * as it is shown; what is withheld says so and why, so that no empty cell can be taken for a zero.
 */
export function tableCsv(columns: readonly DataColumn[], rows: readonly DataRow[]): string {
  const written = columns.flatMap((column) =>
    csvColumns(column, rows).map((made) => ({ id: column.id, ...made })),
  );
  const lines = rows.map((row) => written.map(({ id, value }) => value(row.cells[id] ?? null)));
  return BYTE_ORDER_MARK + csvText([written.map(({ header }) => header), ...lines]);
}

function csvColumns(column: DataColumn, rows: readonly DataRow[]): CsvColumn[] {
  const { id, header, kind } = column;
  if (kind === "band") {
    return [
      { header: `${header}, at least (%)`, value: (cell) => bandEnd(cell, "lo") },
      { header: `${header}, at most (%)`, value: (cell) => bandEnd(cell, "hi") },
    ];
  }
  const plain = { header, value: (cell: DataCell) => plainValue(cell, kind) };
  return rows.some((row) => detailOf(row.cells[id] ?? null) !== undefined)
    ? [plain, { header: `${header}, details`, value: detailOf }]
    : [plain];
}

function bandEnd(cell: DataCell, end: "lo" | "hi"): CsvValue {
  if (cell === null || typeof cell !== "object" || !("loShare" in cell)) {
    return plainValue(cell, "band");
  }
  return percentRange({ lo: cell.loShare, hi: cell.hiShare })[end];
}

/** What the page shows: never a number with more places than are written there. */
function plainValue(cell: DataCell, kind: DataColumn["kind"]): CsvValue {
  if (cell === null || (kind === "tier" && isTier(cell))) return cellText(cell, kind);
  if (typeof cell !== "object") return cell;
  if ("withheld" in cell) return `withheld: ${cell.withheld}`;
  if ("iso" in cell) return cell.iso;
  return "text" in cell ? cell.text : cell.label;
}

function detailOf(cell: DataCell): string | undefined {
  return cell !== null && typeof cell === "object" && "href" in cell ? cell.detail : undefined;
}

/** "hearth-list-of-classes-2026-11-26.csv". `day`: as ISO. */
export function csvFileName(key: string, day: string): string {
  return `hearth-${key}-${day}.csv`;
}
