import {
  columnFilteringFeature,
  type ColumnDef,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/react-table";

import { filterText, matchesSearch, searchText, sortValue } from "./cell-values";
import type { DataColumn, DataRow } from "./table-data";

/** Only what the table uses is registered, so only that is sent to the browser. */
export const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

/** A row with its folded text, made once and searched at every key press. */
export interface SearchableRow extends DataRow {
  readonly search: string;
}

export function searchableRows(
  rows: readonly DataRow[],
  columns: readonly DataColumn[],
): SearchableRow[] {
  return rows.map((row) => ({ ...row, search: searchText(row, columns) }));
}

/** Column definitions of TanStack Table from plain columns. The first column carries the global search. */
export function columnDefinitions(
  columns: readonly DataColumn[],
): ColumnDef<typeof features, SearchableRow>[] {
  return columns.map((column, index) => ({
    id: column.id,
    accessorFn: (row) => sortValue(row.cells[column.id] ?? null, column.kind),
    header: column.header,
    sortFn: column.kind === "text" || column.kind === "link" ? "alphanumeric" : "basic",
    sortUndefined: "last",
    sortDescFirst: column.descendingFirst ?? false,
    enableSorting: column.sortable ?? true,
    enableGlobalFilter: index === 0,
    filterFn: (row, _columnId, choice: unknown) =>
      filterText(row.original.cells[column.id] ?? null, column.kind) === choice,
  }));
}

/** Search over the whole row; runs once a row because only the first column takes part. */
export function rowMatches(row: { original: SearchableRow }, _id: string, query: unknown): boolean {
  return typeof query !== "string" || matchesSearch(row.original.search, query);
}
