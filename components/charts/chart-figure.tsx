"use client";

import { type ReactNode, useId } from "react";

import type { ChartParts } from "@/lib/charts/chart-parts";

import { ChartDownloads } from "./chart-downloads";
import { ChartTableTwin } from "./chart-table";
import { ChartTooltip } from "./chart-tooltip";
import { ChartWithheld } from "./chart-withheld";
import { useChartCanvas } from "./use-chart-canvas";
import { useChartReading } from "./use-chart-reading";

export interface ChartFigureProps {
  readonly title: string;
  /** From a builder in `lib/charts`: plain data, so a server page can hand it over. */
  readonly parts: ChartParts;
  /** Height of the drawing in pixels; reserved before it is there, so that nothing jumps. */
  readonly height?: number;
  /** The release that the figures are from (`releaseStamp`): goes into the foot of its files. */
  readonly stamp?: string | undefined;
  /** A legend that the drawing itself cannot have. */
  readonly children?: ReactNode;
}

/**
 * One chart: title, a sentence that says what it shows, the drawing, what is withheld, and the
 * same numbers as a table. The table is there without any script. The drawing is read place by place with the pointer
 * or the arrow keys, and saved as a picture or a file.
 */
export function ChartFigure({ title, parts, height = 280, stamp, children }: ChartFigureProps) {
  const [titleId, keysId] = [useId(), useId()];
  const { canvas, status, drawing } = useChartCanvas(parts);
  const { reading, spot, handlers } = useChartReading(drawing, parts.readings.length);
  const words = reading === null ? "" : (parts.readings[reading.index] ?? "");
  const readable = parts.readings.length > 0 && status !== "failed";
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="mb-3">
        <p id={titleId} className="font-semibold">
          {title}
        </p>
        {/* A screen reader gets this sentence as the name of the drawing. */}
        <p aria-hidden className="max-w-prose text-sm text-ink-soft">
          {parts.summary}
        </p>
      </figcaption>
      {children}
      <div
        className="relative rounded-sm"
        style={{ height }}
        {...(readable
          ? {
              // Arrow keys reach a chart through a screen reader in this role only.
              role: "application",
              "aria-roledescription": "chart",
              "aria-labelledby": titleId,
              "aria-describedby": keysId,
              tabIndex: 0,
              ...handlers,
            }
          : {})}
      >
        <canvas ref={canvas} role="img" aria-label={parts.summary} />
        {spot !== null && words !== "" ? <ChartTooltip {...spot} words={words} /> : null}
        {status === "failed" ? (
          <p className="absolute inset-0 grid place-items-center text-ink-soft">
            The drawing could not be loaded. The table below has the same numbers.
          </p>
        ) : null}
      </div>
      <p id={keysId} hidden>
        Arrow keys read it place by place, Escape ends it.
      </p>
      <p aria-live="polite" className="sr-only">
        {reading?.byKey === true ? words : ""}
      </p>
      <ChartWithheld lines={parts.withheld} />
      <div className="mt-3 flex flex-wrap items-start justify-between gap-x-4">
        <details className="min-w-0 grow" open={status === "failed" ? true : undefined}>
          <summary className="prose-link inline-block rounded-sm py-1.5 text-sm font-medium">
            Show as table
          </summary>
          <ChartTableTwin table={parts.table} />
        </details>
        <ChartDownloads
          title={title}
          twin={parts}
          stamp={stamp}
          picture={async () => {
            const { chartPicture } = await import("./chart-picture");
            return chartPicture({ title, parts, stamp, height });
          }}
        />
      </div>
    </figure>
  );
}
