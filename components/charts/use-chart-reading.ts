"use client";

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useState } from "react";

import type { Drawing, Place } from "./drawing";
import { nextIndex } from "./next-index";

/** What is being read: a place of the chart, and whether the keyboard came to it. */
interface Reading {
  readonly index: number;
  readonly byKey: boolean;
}

/** Reads a chart place by place, with the arrow keys or the pointer; Escape and leaving end it. */
export function useChartReading(drawing: RefObject<Drawing | null>, count: number) {
  const [reading, setReading] = useState<Reading | null>(null);
  const [spot, setSpot] = useState<{ readonly place: Place; readonly room: number } | null>(null);

  useEffect(() => {
    drawing.current?.mark(reading?.index ?? null);
  }, [drawing, reading]);

  const read = (next: Reading | null) => {
    setReading(next);
    const drawn = drawing.current;
    const place = next === null ? null : (drawn?.placeOf(next.index) ?? null);
    setSpot(place === null ? null : { place, room: drawn?.width() ?? 0 });
  };
  return {
    reading,
    spot,
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        if (event.key === "Escape" && reading !== null) {
          read(null);
          return;
        }
        const index = nextIndex(event.key, reading?.index ?? null, count);
        if (index === null) return;
        event.preventDefault();
        read({ index, byKey: true });
      },
      onBlur: () => {
        read(null);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const at = event.currentTarget.getBoundingClientRect();
        const [x, y] = [event.clientX - at.left, event.clientY - at.top];
        const index = drawing.current?.indexAt(x, y) ?? null;
        if (index !== null && index !== reading?.index) read({ index, byKey: false });
      },
      onPointerLeave: () => {
        if (reading?.byKey === false) read(null);
      },
    },
  };
}
