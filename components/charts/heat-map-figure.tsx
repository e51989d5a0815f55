"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";

import { classNames } from "@/components/ui/class-names";
import type { HeatCell, HeatMapParts } from "@/lib/charts/heat-map";

import { ChartDownloads } from "./chart-downloads";
import { ChartTooltip } from "./chart-tooltip";
import { ChartWithheld } from "./chart-withheld";
import type { Place } from "./drawing";
import { HEAT_FILLS, HeatLegend } from "./heat-map-legend";
import { type GridAt, nextCell } from "./next-cell";

export interface HeatMapFigureProps {
  readonly title: string;
  readonly parts: HeatMapParts;
  readonly stamp?: string | undefined;
}

/**
 * Classes by construct as a table whose cells are coloured by both ends of a band. The table is its own twin: every
 * figure stands in its cell. Arrow keys move from cell to cell.
 */
export function HeatMapFigure({ title, parts, stamp }: HeatMapFigureProps) {
  const titleId = useId();
  const frame = useRef<HTMLDivElement>(null);
  // The one cell that the Tab key comes to.
  const [home, setHome] = useState<GridAt>({ row: 0, column: 0 });
  const [read, setRead] = useState<{
    readonly words: string;
    readonly place: Place;
    readonly room: number;
  } | null>(null);

  const show = (cell: HTMLElement, words: string) => {
    const outer = frame.current?.getBoundingClientRect();
    if (outer === undefined) return;
    const { x, y, width, height } = cell.getBoundingClientRect();
    setRead({
      words,
      place: { x: x - outer.x, y: y - outer.y, width, height },
      room: outer.width,
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.key === "Escape") {
      setRead(null);
      return;
    }
    const size = { rows: parts.rows.length, columns: parts.columns.length };
    const next = nextCell(event.key, home, size, event.ctrlKey);
    if (next === null) return;
    event.preventDefault();
    setHome(next);
    const row = event.currentTarget.tBodies[0]?.rows[next.row];
    (row?.cells[next.column + 1] as HTMLElement | undefined)?.focus();
  };
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="mb-3">
        <p id={titleId} className="font-semibold">
          {title}
        </p>
        <p className="max-w-prose text-sm text-ink-soft">{parts.summary}</p>
      </figcaption>
      <HeatLegend />
      <div
        ref={frame}
        className="relative"
        onPointerLeave={() => {
          setRead(null);
        }}
      >
        <div className="overflow-x-auto">
          <table
            role="grid"
            aria-labelledby={titleId}
            className="w-full table-fixed border-separate border-spacing-1 text-sm"
            style={{ minWidth: `${String(6 + 6 * parts.columns.length)}rem` }}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setRead(null);
            }}
          >
            <thead>
              <tr>
                <th
                  scope="col"
                  className="sticky left-0 w-24 bg-surface px-1 text-left align-bottom"
                >
                  Class
                </th>
                {parts.columns.map((column) => (
                  <th key={column} scope="col" className="px-1 text-left align-bottom font-medium">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parts.rows.map((row, rowAt) => (
                <tr key={row.id}>
                  <th
                    scope="row"
                    className="sticky left-0 max-w-40 bg-surface px-1 text-left font-medium"
                  >
                    {row.label}
                  </th>
                  {row.cells.map((cell, at) => (
                    <td
                      key={at}
                      tabIndex={home.row === rowAt && home.column === at ? 0 : -1}
                      className="rounded-sm p-0.5"
                      onFocus={(event) => {
                        setHome({ row: rowAt, column: at });
                        show(event.currentTarget, row.readings[at] ?? "");
                      }}
                      onPointerEnter={(event) => {
                        show(event.currentTarget, row.readings[at] ?? "");
                      }}
                    >
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {read === null ? null : <ChartTooltip {...read} />}
      </div>
      <ChartWithheld lines={parts.withheld} />
      <div className="mt-3 flex justify-end">
        <ChartDownloads
          title={title}
          twin={parts}
          stamp={stamp}
          picture={async () => {
            const { heatMapPicture } = await import("./heat-map-picture");
            return heatMapPicture({ title, parts, stamp });
          }}
        />
      </div>
    </figure>
  );
}

/** The left half is the low end, the right half the high end: a band over several steps is never one colour. */
function Cell({ cell }: { readonly cell: HeatCell }) {
  if (cell.kind === "withheld") {
    return (
      <>
        <span
          aria-hidden
          data-meaningful-fill
          className="hatched block h-5 rounded-sm border border-line"
        />
        <span className="text-xs text-ink-soft">withheld</span>
      </>
    );
  }
  const { lo, hi } = cell.range;
  return (
    <>
      <span aria-hidden data-meaningful-fill className="flex h-5 overflow-hidden rounded-sm">
        <span className={classNames("grow", HEAT_FILLS[cell.loStep])} />
        <span className={classNames("grow", HEAT_FILLS[cell.hiStep])} />
      </span>
      <span className="text-xs whitespace-nowrap tabular">
        {lo === hi ? `${String(lo)}%` : `${String(lo)}–${String(hi)}%`}
      </span>
    </>
  );
}
