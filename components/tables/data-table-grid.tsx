"use client";

import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useId } from "react";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

import { CellContent } from "./cell-content";
import type { DataColumn, DataRow } from "./table-data";
import type { features, SearchableRow } from "./table-model";

type TableHeader = Header<typeof features, SearchableRow>;

function SortableHeader({ header, column }: { header: TableHeader; column: DataColumn }) {
  const sorted = header.column.getIsSorted();
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  const sort = header.column.getToggleSortingHandler();
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
      className={classNames(
        "px-2 py-1 text-left first:pl-2 sm:first:pl-4 last:pr-4",
        column.kind === "number" && "text-right",
      )}
    >
      {header.column.getCanSort() ? (
        <button
          type="button"
          onClick={(event) => sort?.(event)}
          className="inline-flex min-h-9 items-center gap-1.5 rounded-sm px-2 font-semibold hover:bg-track"
        >
          {column.header}
          <Icon
            aria-hidden
            className={classNames("size-4 shrink-0", sorted ? "text-accent" : "text-ink-faint")}
          />
        </button>
      ) : (
        <span className="inline-flex min-h-9 items-center px-2 font-semibold">{column.header}</span>
      )}
    </th>
  );
}

/**
 * The table itself. On a phone each row becomes a card with its headings beside the values; the
 * explicit roles keep it a table for screen readers, which `display: block` would undo.
 */
export function DataTableGrid({
  caption,
  showCaption,
  columns,
  headers,
  rows,
  onReset,
}: {
  readonly caption: string;
  readonly showCaption: boolean;
  readonly columns: readonly DataColumn[];
  readonly headers: readonly TableHeader[];
  readonly rows: readonly DataRow[];
  /** Clears search and filters; absent when there are none. */
  readonly onReset: (() => void) | undefined;
}) {
  const captionId = useId();
  return (
    <div
      // No landmark: a table often has the name of the card that it stands in.
      role="group"
      aria-labelledby={captionId}
      tabIndex={0}
      className="overflow-x-auto border-y border-line max-sm:border-b-0"
    >
      <table role="table" className="w-full border-collapse text-sm max-sm:block">
        <caption
          id={captionId}
          className={
            showCaption ? "px-4 py-2 text-left font-semibold max-sm:block sm:px-6" : "sr-only"
          }
        >
          {caption}
        </caption>
        <thead role="rowgroup" className="bg-sunken max-sm:sr-only">
          <tr role="row">
            {headers.map((header, index) => {
              const column = columns[index];
              return column ? (
                <SortableHeader key={header.id} header={header} column={column} />
              ) : null;
            })}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:block">
          {rows.map((row) => (
            <tr
              key={row.id}
              role="row"
              className="border-t border-line first:border-t-0 hover:bg-sunken max-sm:block max-sm:px-4 max-sm:py-3"
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  className={classNames(
                    "px-4 py-2.5 align-middle sm:first:pl-6 sm:last:pr-6",
                    "max-sm:flex max-sm:items-baseline max-sm:gap-3 max-sm:px-0 max-sm:py-1 max-sm:first:text-base",
                    column.kind === "number" && "tabular sm:text-right",
                    column.kind === "date" && "tabular sm:whitespace-nowrap",
                  )}
                >
                  <span
                    aria-hidden
                    className="hidden w-28 shrink-0 text-ink-soft max-sm:inline-block"
                  >
                    {column.header}
                  </span>
                  <span className="block min-w-0 max-sm:flex-1">
                    <CellContent cell={row.cells[column.id] ?? null} kind={column.kind} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 ? (
            <tr role="row" className="max-sm:block">
              <td
                role="cell"
                colSpan={columns.length}
                className="px-4 py-10 text-center text-ink-soft max-sm:block"
              >
                Nothing here matches.
                {onReset ? (
                  <span className="mt-3 block">
                    <Button size="sm" onClick={onReset}>
                      Clear search and filters
                    </Button>
                  </span>
                ) : null}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
