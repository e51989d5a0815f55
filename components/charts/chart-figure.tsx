"use client";

import { useId } from "react";

import type { ChartParts } from "@/lib/charts/chart-parts";

import { ChartTableTwin } from "./chart-table";
import { useChartCanvas } from "./use-chart-canvas";

export interface ChartFigureProps {
  readonly title: string;
  /** From a builder in `lib/charts`: plain data, so a server page can hand it over. */
  readonly parts: ChartParts;
  /** Height of the drawing in pixels; reserved before it is there, so that nothing jumps. */
  readonly height?: number;
}

/**
 * One chart: title, a sentence that says what it shows, the drawing, what is withheld, and the
 * same numbers as a table. The table is there without any script.
 */
export function ChartFigure({ title, parts, height = 280 }: ChartFigureProps) {
  const titleId = useId();
  const { canvas, status } = useChartCanvas(parts.config);
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
      <div className="relative" style={{ height }}>
        <canvas ref={canvas} role="img" aria-label={parts.summary} />
        {status === "failed" ? (
          <p className="absolute inset-0 grid place-items-center text-ink-soft">
            The drawing could not be loaded. The table below has the same numbers.
          </p>
        ) : null}
      </div>
      {parts.withheld.length > 0 ? (
        <ul className="mt-3 grid gap-1">
          {parts.withheld.map((reason) => (
            <li key={reason} className="flex items-start gap-2 text-sm text-ink-soft">
              <span
                aria-hidden
                data-meaningful-fill
                className="hatched mt-1.5 h-3 w-8 shrink-0 rounded-full border border-line"
              />
              <span>
                <span className="font-medium">Withheld:</span> {reason}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <details className="mt-3" open={status === "failed" ? true : undefined}>
        <summary className="prose-link inline-block rounded-sm py-1.5 text-sm font-medium">
          Show as table
        </summary>
        <ChartTableTwin table={parts.table} />
      </details>
    </figure>
  );
}
