"use client";

import { useTable } from "@tanstack/react-table";
import dynamic from "next/dynamic";
import { type ReactNode, useMemo } from "react";

import { filterChoices } from "./cell-values";
import { DataTableGrid, type GridProps } from "./data-table-grid";
import { saveCsv } from "./save-csv";
import type { DataColumn, DataRow } from "./table-data";
import { TableFoot } from "./table-foot";
import { columnDefinitions, features, rowMatches, searchableRows } from "./table-model";
import { TableToolbar } from "./table-toolbar";
import { useTableView } from "./use-table-view";
import { ViewProblems } from "./view-problems";
import { keyOf, viewParameters, type ViewShape, withView } from "./view-state";

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
  /** A longer list scrolls in a frame of its own, and only the rows in view are on the page. */
  readonly pageSize?: number;
  /** Show the caption above the table instead of to screen readers only. */
  readonly showCaption?: boolean;
  /** Names the list in the page's address and its file; no other list of the page has it. Default: from the caption. */
  readonly viewKey?: string;
}

const LongGrid = dynamic(() => import("./long-grid").then((module) => module.LongGrid));

/**
 * A list that can be searched, filtered, sorted, cut to some columns, copied as a link and saved as a file, all in the
 * browser; 5,000 rows are fine. The server decides what is in it.
 */
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
  viewKey,
}: DataTableProps) {
  const key = viewKey ?? keyOf(caption);
  const shape = useMemo(() => shapeOf(columns, rows, initialSort), [columns, rows, initialSort]);
  const { view, problems, change } = useTableView(key, shape);
  const data = useMemo(() => searchableRows(rows, columns), [rows, columns]);
  const definitions = useMemo(() => columnDefinitions(columns), [columns]);
  const state = useMemo(
    () => ({
      sorting: view.sort ? [{ id: view.sort.columnId, desc: view.sort.descending }] : [],
      columnFilters: Object.entries(view.filters).map(([id, value]) => ({ id, value })),
      columnVisibility: Object.fromEntries(view.hidden.map((id) => [id, false])),
      globalFilter: view.query,
    }),
    [view.sort, view.filters, view.hidden, view.query],
  );
  const table = useTable({
    features,
    columns: definitions,
    data,
    state,
    getRowId: (row) => row.id,
    onSortingChange: (updater) => {
      const [sort] = typeof updater === "function" ? updater(state.sorting) : updater;
      change({ sort: sort ? { columnId: sort.id, descending: sort.desc } : null, from: 1 });
    },
    globalFilterFn: rowMatches,
    getColumnCanGlobalFilter: (column) => column.id === columns[0]?.id,
    enableSortingRemoval: false,
    enableMultiSort: false,
  });
  const shownColumns = useMemo(
    () => columns.filter(({ id }) => !view.hidden.includes(id)),
    [columns, view.hidden],
  );

  if (rows.length === 0 && empty !== undefined) return empty;

  const shown = table.getRowModel().rows;
  const beyond = view.from > Math.max(1, shown.length);
  const narrowed = state.columnFilters.length > 0 || view.query !== "";
  const grid: GridProps = {
    ...{ caption, showCaption, columns: shownColumns, allRows: rows },
    headers: table.getHeaderGroups()[0]?.headers ?? [],
    rows: shown.map((row) => row.original),
    onReset: narrowed
      ? () => {
          change({ query: "", filters: {}, from: 1 });
        }
      : undefined,
  };
  return (
    <div className="min-w-0">
      <ViewProblems
        problems={[...problems, ...(beyond ? [beyondWords(view.from, shown.length, noun)] : [])]}
      />
      <TableToolbar
        columns={columns}
        choices={shape.choices}
        view={view}
        search={search}
        searchLabel={searchLabel}
        onChange={change}
      />
      {shown.length > pageSize ? (
        <LongGrid
          {...grid}
          from={beyond ? 1 : view.from}
          order={JSON.stringify([view.query, view.filters, view.sort])}
          onFrom={(from) => {
            change({ from });
          }}
        />
      ) : (
        <DataTableGrid {...grid} />
      )}
      <TableFoot
        noun={noun}
        shown={shown.length}
        total={rows.length}
        viewHref={() => {
          const { href, search: query } = window.location;
          const address = new URL(href);
          const parameters = viewParameters(view, key, shape);
          address.search = withView(new URLSearchParams(query), key, parameters);
          return address.href;
        }}
        onDownload={() => {
          saveCsv(
            key,
            shownColumns,
            shown.map((row) => row.original),
          );
        }}
      />
    </div>
  );
}

function shapeOf(
  columns: readonly DataColumn[],
  rows: readonly DataRow[],
  initialSort: DataTableProps["initialSort"],
): ViewShape {
  const filters = columns.filter((column) => column.filter === true);
  return {
    columns,
    choices: Object.fromEntries(
      filters.map((column) => [column.id, filterChoices(rows, column)] as const),
    ),
    initialSort: initialSort ?? null,
  };
}

function beyondWords(from: number, shown: number, noun: string): string {
  const write = (value: number) => value.toLocaleString("en-US");
  return `This link begins at row ${write(from)}, and the list has ${write(shown)} ${noun} now; it begins at the first.`;
}
