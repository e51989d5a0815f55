import { tierLabels, type BadgeTier } from "@/components/ui/badge";

import type { DataCell, DataColumn, DataRow } from "./table-data";

const tierOrder: Record<BadgeTier, number> = { none: 0, watch: 1, act: 2 };

export function isTier(cell: DataCell): cell is BadgeTier {
  return cell === "watch" || cell === "act" || cell === "none";
}

/**
 * What a cell sorts by. Withheld and empty cells give `undefined`, which the table keeps last in
 * both directions: a withheld class is neither high nor low.
 */
export function sortValue(cell: DataCell, kind: DataColumn["kind"]): string | number | undefined {
  if (cell === null) return undefined;
  if (kind === "tier" && isTier(cell)) return tierOrder[cell];
  if (typeof cell !== "object") return cell;
  if ("withheld" in cell) return undefined;
  if ("loShare" in cell) return (cell.loShare + cell.hiShare) / 2;
  if ("iso" in cell) return cell.iso;
  if ("value" in cell) return cell.value;
  return cell.text;
}

/** What a cell says, for search and for the choices of a filter. */
export function cellText(cell: DataCell, kind: DataColumn["kind"]): string {
  if (cell === null) return "";
  if (kind === "tier" && isTier(cell)) return tierLabels[cell];
  if (typeof cell !== "object") return String(cell);
  if ("withheld" in cell) return "Withheld";
  if ("loShare" in cell) return cell.label;
  if ("href" in cell && cell.detail !== undefined) return `${cell.text} ${cell.detail}`;
  return cell.text;
}

/** What a filter's select offers and compares: the link's name without its second line. */
export function filterText(cell: DataCell, kind: DataColumn["kind"]): string {
  if (cell !== null && typeof cell === "object" && "href" in cell) return cell.text;
  return cellText(cell, kind);
}

/** The distinct texts of one column, in reading order ("Grade 2" before "Grade 10"). */
export function filterChoices(rows: readonly DataRow[], column: DataColumn): string[] {
  const texts = new Set(rows.map((row) => filterText(row.cells[column.id] ?? null, column.kind)));
  texts.delete("");
  return [...texts].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** Folds case and accents, so that "munoz" finds "Muñoz". */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/** Everything in a row that the search looks through, folded. */
export function searchText(row: DataRow, columns: readonly DataColumn[]): string {
  return columns
    .filter((column) => column.searchable ?? (column.kind === "text" || column.kind === "link"))
    .map((column) => fold(cellText(row.cells[column.id] ?? null, column.kind)))
    .join("\n");
}

/** Every word of the query occurs somewhere in the row. */
export function matchesSearch(folded: string, query: string): boolean {
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}
