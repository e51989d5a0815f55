"use client";

import { useEffect, useRef, useState } from "react";

import type { ChartParts } from "@/lib/charts/chart-parts";

import type { Drawing } from "./drawing";

/** Becomes true once the element is about to be seen, and stays so. */
function useSeen(element: React.RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => {
      observer.disconnect();
    };
  }, [element, seen]);
  return seen;
}

/** Changes whenever the colour scheme does, by the system or by `data-theme`. */
function useSchemeChanges(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const changed = () => {
      setCount((value) => value + 1);
    };
    const query = matchMedia("(prefers-color-scheme: dark)");
    query.addEventListener("change", changed);
    const attribute = new MutationObserver(changed);
    attribute.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      query.removeEventListener("change", changed);
      attribute.disconnect();
    };
  }, []);
  return count;
}

export type ChartStatus = "waiting" | "drawn" | "failed";

/** Draws a chart on a canvas when it comes into view, and again when the colours change. */
export function useChartCanvas({ config, marks }: Pick<ChartParts, "config" | "marks">): {
  readonly canvas: React.RefObject<HTMLCanvasElement | null>;
  readonly status: ChartStatus;
  /** Null until it is drawn. */
  readonly drawing: React.RefObject<Drawing | null>;
} {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<Drawing>(null);
  const [status, setStatus] = useState<ChartStatus>("waiting");
  const seen = useSeen(canvas);
  const scheme = useSchemeChanges();

  useEffect(() => {
    if (!seen) return;
    let gone = false;
    import("./chart-runtime").then(
      ({ drawChart }) => {
        if (gone || canvas.current === null) return;
        drawing.current = drawChart(canvas.current, config, { marks });
        setStatus("drawn");
      },
      () => {
        if (!gone) setStatus("failed");
      },
    );
    return () => {
      gone = true;
      drawing.current?.destroy();
      drawing.current = null;
    };
  }, [seen, config, marks, scheme]);

  return { canvas, status, drawing };
}
