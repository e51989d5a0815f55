"use client";

import { memo, type Ref } from "react";

import { classNames } from "@/components/ui/class-names";

import { CellContent } from "./cell-content";
import type { DataColumn, DataRow } from "./table-data";

/** One row; on a phone a card with the column's name beside each value. Drawn again only when what it shows changes. */
export const TableRow = memo(function TableRow({
  row,
  columns,
  index,
  numbered,
  measure,
}: {
  readonly row: DataRow;
  readonly columns: readonly DataColumn[];
  /** From 0, among all rows that are shown or scrolled to. */
  readonly index: number;
  /** Says which row of the list it is: where not all rows are on the page. */
  readonly numbered: boolean;
  readonly measure: Ref<HTMLTableRowElement> | undefined;
}) {
  // Sentences make rows high: what belongs together begins on one line.
  const high = columns.some(({ prose }) => prose === true);
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      aria-rowindex={numbered ? index + 2 : undefined}
      className="border-t border-line first:border-t-0 hover:bg-sunken max-sm:block max-sm:px-4 max-sm:py-3"
    >
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          className={classNames(
            "px-4 py-2.5 sm:first:pl-6 sm:last:pr-6",
            high ? "align-top" : "align-middle",
            "max-sm:flex max-sm:items-baseline max-sm:gap-3 max-sm:px-0 max-sm:py-1 max-sm:first:text-base",
            column.kind === "number" && "tabular sm:text-right",
            column.kind === "date" && "tabular sm:whitespace-nowrap",
          )}
        >
          <span aria-hidden className="hidden w-28 shrink-0 text-ink-soft max-sm:inline-block">
            {column.header}
          </span>
          <span
            className={classNames(
              "block wrap-break-word max-sm:min-w-0 max-sm:flex-1",
              column.prose === true ? "sm:min-w-64" : "sm:min-w-0",
            )}
          >
            <CellContent cell={row.cells[column.id] ?? null} kind={column.kind} />
          </span>
        </td>
      ))}
    </tr>
  );
});

/** Stands for rows that are not on the page, as high as they are. */
export function TableGap({ pixels }: { readonly pixels: number }) {
  return (
    <tr role="presentation" aria-hidden className="max-sm:block">
      <td className="p-0 max-sm:block" style={{ height: pixels }} />
    </tr>
  );
}
