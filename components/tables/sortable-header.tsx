"use client";

import type { Header } from "@tanstack/react-table";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";

import { classNames } from "@/components/ui/class-names";

import type { DataColumn } from "./table-data";
import type { features, SearchableRow } from "./table-model";

export type TableHeader = Header<typeof features, SearchableRow>;

/** A column's name; where the column sorts, a button that says and changes the order. */
export function SortableHeader({
  header,
  column,
}: {
  readonly header: TableHeader;
  readonly column: DataColumn;
}) {
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
          className="inline-flex min-h-9 items-center gap-1.5 rounded-sm px-2 text-left font-semibold hover:bg-track"
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
