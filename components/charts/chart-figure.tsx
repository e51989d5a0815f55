"use client";

import { type ReactNode, useId } from "react";

import type { ChartSpec } from "./chart-spec";
import { ChartTableTwin } from "./chart-table";
import { useChartCanvas } from "./use-chart-canvas";

export interface ChartFigureProps {
  readonly title: string;
  /** Keep it the same object between renders (`useMemo`): a new one draws the chart again. */
  readonly spec: ChartSpec;
  /** What is not in the drawing, and why: one line each. */
  readonly withheld?: readonly string[] | undefined;
  /** Height of the drawing in pixels; reserved before it is there, so that nothing jumps. */
  readonly height?: number;
  readonly children?: ReactNode;
}

/**
 * One chart: title, a sentence that says what it shows, the drawing, what is withheld, and the
 * same numbers as a table. The table is there without any script.
 */
export function ChartFigure({
  title,
  spec,
  withheld = [],
  height = 280,
  children,
}: ChartFigureProps) {
  const titleId = useId();
  const { canvas, status } = useChartCanvas(spec.config);
  return (
    <figure aria-labelledby={titleId} className="min-w-0">
      <figcaption className="mb-3">
        <p id={titleId} className="font-semibold">
          {title}
        </p>
        {/* A screen reader gets this sentence as the name of the drawing. */}
        <p aria-hidden className="max-w-prose text-sm text-ink-soft">
          {spec.summary}
        </p>
      </figcaption>
      <div className="relative" style={{ height }}>
        <canvas ref={canvas} role="img" aria-label={spec.summary} />
        {status === "failed" ? (
          <p className="absolute inset-0 grid place-items-center text-ink-soft">
            The drawing could not be loaded. The table below has the same numbers.
          </p>
        ) : null}
      </div>
      {children}
      {withheld.length > 0 ? (
        <ul className="mt-3 grid gap-1">
          {withheld.map((reason) => (
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
        <summary className="text-link inline-block rounded-sm py-1.5 text-sm font-medium">
          Show as table
        </summary>
        <ChartTableTwin table={spec.table} />
      </details>
    </figure>
  );
}
