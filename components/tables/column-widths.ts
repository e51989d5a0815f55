import { cellText } from "./cell-values";
import type { DataCell, DataColumn, DataRow } from "./table-data";

const NARROWEST = 8;
const WIDEST = 36;
/** What a band, or the badge of a tier, takes whatever it says. */
const DRAWN = { band: 26, tier: 14 } as const;
/** A cell's margins, in characters. */
const MARGINS = 5;
/** The arrows beside a header. */
const SORT_MARK = 3;
/** Shares of a column's texts that may need a second line. */
const WRAPPED = 0.1;

/**
 * How wide each column should be, in characters: from all rows, so that columns stand still while a long list scrolls
 * and only some of its rows are on the page.
 */
export function columnWidths(columns: readonly DataColumn[], rows: readonly DataRow[]): number[] {
  return columns.map((column) => {
    const { id, header, kind } = column;
    if (kind === "band" || kind === "tier") return Math.max(DRAWN[kind], header.length + SORT_MARK);
    const lengths = rows
      .map((row) => longestLine(row.cells[id] ?? null, kind) + MARGINS)
      .sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * (1 - WRAPPED))] ?? lengths.at(-1) ?? 0;
    const longestWord = Math.max(...header.split(" ").map((word) => word.length)) + SORT_MARK;
    return Math.min(WIDEST, Math.max(NARROWEST, usual, longestWord));
  });
}

/** A link's name and its second line stand below each other. */
function longestLine(cell: DataCell, kind: DataColumn["kind"]): number {
  if (cell !== null && typeof cell === "object" && "href" in cell) {
    return Math.max(cell.text.length, cell.detail?.length ?? 0);
  }
  return cellText(cell, kind).length;
}
