"use client";

import {
  type CSSProperties,
  type FocusEvent,
  Fragment,
  type RefCallback,
  useId,
  useMemo,
} from "react";

import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";

import { columnWidths } from "./column-widths";
import { SortableHeader, type TableHeader } from "./sortable-header";
import type { DataColumn, DataRow } from "./table-data";
import { TableGap, TableRow } from "./table-row";

/** Rems a character takes in a table's text, with its share of the cell's margins. */
const REM_PER_CHARACTER = 0.55;

export interface GridProps {
  readonly caption: string;
  readonly showCaption: boolean;
  /** Those that are shown. */
  readonly columns: readonly DataColumn[];
  readonly headers: readonly TableHeader[];
  readonly rows: readonly DataRow[];
  /** Before search and filters: columns keep their widths. */
  readonly allRows: readonly DataRow[];
  /** Clears search and filters; absent when there are none. */
  readonly onReset: (() => void) | undefined;
}

/** A row on the page, after a gap of so many pixels that stands for rows that are not. */
export interface ShownRow {
  readonly index: number;
  readonly gapBefore: number;
}

/** What a long list has on the page, and what it must be told (`useVirtualRows`). */
export interface VirtualRows {
  readonly setFrame: (frame: HTMLDivElement | null) => void;
  readonly rowsOnPage: readonly ShownRow[];
  readonly gapAfter: number;
  readonly measure: RefCallback<Element> | undefined;
  readonly setFocused: (index: number | null) => void;
}

/**
 * The table itself. On a phone each row becomes a card with its headings beside the values; the explicit roles keep it a
 * table for screen readers, which `display: block` would undo. A long list scrolls in a frame of its own and only the
 * rows around its view are on the page; each says which row it is.
 */
export function DataTableGrid({
  caption,
  showCaption,
  columns,
  headers,
  rows,
  allRows,
  long,
  onReset,
}: GridProps & {
  /** Of a long list. */
  readonly long?: VirtualRows;
}) {
  const virtual = long !== undefined;
  const rowsOnPage = long?.rowsOnPage ?? rows.map((_row, index) => ({ index, gapBefore: 0 }));
  const captionId = useId();
  const widths = useMemo(
    () => (virtual ? columnWidths(columns, allRows) : null),
    [virtual, columns, allRows],
  );
  const total = widths?.reduce((sum, width) => sum + width, 0) ?? 0;
  const focusRow = (event: FocusEvent<HTMLElement>) => {
    const index = event.target.closest("tr")?.dataset["index"];
    long?.setFocused(index === undefined ? null : Number(index));
  };
  return (
    <div
      ref={long?.setFrame}
      // No landmark: a table often has the name of the card that it stands in.
      role="group"
      aria-labelledby={captionId}
      tabIndex={0}
      className={classNames(
        // Its own place for what only screen readers see: otherwise that would make the page as wide as the table.
        "relative overflow-x-auto border-y border-line max-sm:border-b-0",
        virtual &&
          "max-h-[min(75dvh,46rem)] overflow-y-auto max-sm:border-b print:max-h-none print:overflow-visible",
      )}
    >
      <table
        role="table"
        aria-rowcount={virtual ? rows.length + 1 : undefined}
        className={classNames(
          "w-full border-collapse text-sm max-sm:block",
          virtual && "sm:min-w-(--table-width) sm:table-fixed print:min-w-0",
        )}
        style={{ "--table-width": `${(total * REM_PER_CHARACTER).toFixed(1)}rem` } as CSSProperties}
      >
        <caption
          id={captionId}
          className={
            showCaption ? "px-4 py-2 text-left font-semibold max-sm:block sm:px-6" : "sr-only"
          }
        >
          {caption}
        </caption>
        {widths === null ? null : (
          <colgroup className="max-sm:hidden">
            {widths.map((width, index) => (
              <col
                key={columns[index]?.id}
                style={{ width: `${((100 * width) / total).toFixed(2)}%` }}
              />
            ))}
          </colgroup>
        )}
        <thead
          role="rowgroup"
          className={classNames(
            "bg-sunken max-sm:sr-only",
            virtual && "sm:sticky sm:top-0 sm:z-10 print:static",
          )}
        >
          <tr role="row" aria-rowindex={virtual ? 1 : undefined}>
            {headers.map((header, index) => {
              const column = columns[index];
              return column ? (
                <SortableHeader key={header.id} header={header} column={column} />
              ) : null;
            })}
          </tr>
        </thead>
        <tbody
          role="rowgroup"
          className="max-sm:block"
          {...(virtual
            ? {
                onFocus: focusRow,
                onBlur: () => {
                  long.setFocused(null);
                },
              }
            : {})}
        >
          {rowsOnPage.map(({ index, gapBefore }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <Fragment key={row.id}>
                {gapBefore > 0 ? <TableGap pixels={gapBefore} /> : null}
                <TableRow
                  row={row}
                  columns={columns}
                  index={index}
                  numbered={virtual}
                  measure={long?.measure}
                />
              </Fragment>
            );
          })}
          {virtual && long.gapAfter > 0 ? <TableGap pixels={long.gapAfter} /> : null}
          {rows.length === 0 ? <NothingMatches columns={columns.length} onReset={onReset} /> : null}
        </tbody>
      </table>
    </div>
  );
}

function NothingMatches({
  columns,
  onReset,
}: {
  readonly columns: number;
  readonly onReset: (() => void) | undefined;
}) {
  return (
    <tr role="row" className="max-sm:block">
      <td
        role="cell"
        colSpan={columns}
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
  );
}
