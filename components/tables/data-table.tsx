"use client";

import { useTable } from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";

import { filterChoices } from "./cell-values";
import type { DataColumn, DataRow } from "./table-data";
import { DataTableGrid } from "./data-table-grid";
import { TableSearch, TableSelect } from "./table-controls";
import { columnDefinitions, features, rowMatches, searchableRows } from "./table-model";
import { TablePages } from "./table-pages";

export interface DataTableProps {
  /** What the table shows; its caption and its accessible name. */
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  /** What the rows are, plural: "classes". */
  readonly noun?: string;
  readonly searchLabel?: string;
  /** Default true; false for a handful of rows that are read as they are. */
  readonly search?: boolean;
  readonly initialSort?: { readonly columnId: string; readonly descending: boolean };
  /** Shown when there are no rows at all; a search without a hit says so by itself. */
  readonly empty?: ReactNode;
  readonly pageSize?: number;
  /** Show the caption above the table instead of to screen readers only. */
  readonly showCaption?: boolean;
}

/** A list that can be searched, filtered, sorted and paged in the browser; 2,000 rows are fine. */
export function DataTable({
  caption,
  columns,
  rows,
  noun = "rows",
  searchLabel = "Search",
  search = true,
  initialSort,
  empty,
  pageSize = 50,
  showCaption = false,
}: DataTableProps) {
  const data = useMemo(() => searchableRows(rows, columns), [rows, columns]);
  const definitions = useMemo(() => columnDefinitions(columns), [columns]);
  const filters = useMemo(
    () =>
      columns
        .filter((column) => column.filter === true)
        .map((column) => ({ column, choices: filterChoices(rows, column) })),
    [rows, columns],
  );
  const [initialState] = useState(() => ({
    pagination: { pageIndex: 0, pageSize },
    sorting: initialSort ? [{ id: initialSort.columnId, desc: initialSort.descending }] : [],
    globalFilter: "",
  }));

  const table = useTable({
    features,
    columns: definitions,
    data,
    initialState,
    getRowId: (row) => row.id,
    globalFilterFn: rowMatches,
    getColumnCanGlobalFilter: (column) => column.id === columns[0]?.id,
    enableSortingRemoval: false,
    enableMultiSort: false,
  });

  if (rows.length === 0 && empty !== undefined) return empty;

  const { pagination, columnFilters } = table.state;
  const sort = table.state.sorting[0];
  const query: unknown = table.state.globalFilter;
  const narrowed = columnFilters.length > 0 || (typeof query === "string" && query !== "");
  return (
    <div className="min-w-0">
      <div data-print="hide" className="flex flex-wrap items-end gap-3 px-4 pt-1 pb-4 sm:px-6">
        {search ? (
          <TableSearch
            label={searchLabel}
            value={typeof query === "string" ? query : ""}
            onChange={(value) => {
              table.setGlobalFilter(value);
            }}
          />
        ) : null}
        {filters.map(({ column, choices }) => {
          const chosen = columnFilters.find((filter) => filter.id === column.id)?.value;
          return (
            <TableSelect
              key={column.id}
              label={column.header}
              value={typeof chosen === "string" ? chosen : ""}
              choices={[
                { value: "", label: "All" },
                ...choices.map((choice) => ({ value: choice, label: choice })),
              ]}
              onChange={(value) => {
                table.getColumn(column.id)?.setFilterValue(value === "" ? undefined : value);
              }}
              className="grow sm:grow-0"
            />
          );
        })}
        {columns.some((column) => column.sortable ?? true) ? (
          <TableSelect
            label="Order by"
            value={sort ? `${sort.id}:${sort.desc ? "desc" : "asc"}` : ""}
            choices={[
              ...(sort ? [] : [{ value: "", label: "As listed" }]),
              ...columns
                .filter((column) => column.sortable ?? true)
                .flatMap((column) => [
                  { value: `${column.id}:asc`, label: `${column.header}, rising` },
                  { value: `${column.id}:desc`, label: `${column.header}, falling` },
                ]),
            ]}
            onChange={(value) => {
              const [id, direction] = value.split(":");
              if (id) table.setSorting([{ id, desc: direction === "desc" }]);
            }}
            className="grow sm:hidden"
          />
        ) : null}
      </div>
      <DataTableGrid
        caption={caption}
        showCaption={showCaption}
        columns={columns}
        headers={table.getHeaderGroups()[0]?.headers ?? []}
        rows={table.getRowModel().rows.map((row) => row.original)}
        onReset={
          narrowed
            ? () => {
                table.resetColumnFilters(true);
                table.setGlobalFilter("");
              }
            : undefined
        }
      />
      <TablePages
        noun={noun}
        pageIndex={pagination.pageIndex}
        pageSize={pagination.pageSize}
        shown={table.getFilteredRowModel().rows.length}
        total={rows.length}
        onPage={(pageIndex) => {
          table.setPageIndex(pageIndex);
        }}
      />
    </div>
  );
}
