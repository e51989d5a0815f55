"use client";

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

import type { ShownRow, VirtualRows } from "./data-table-grid";
import { usePrinting } from "./use-printing";

/** Pixels, until a row was measured: on a wide screen, and on a phone for the frame of a card and each line in it. */
const ROW = 53;
const CARD = 24;
const CARD_LINE = 32;
/** What the server draws of a long list, in pixels. */
const FIRST_VIEW = { width: 0, height: 800 };
const OVERSCAN = 10;
/** Tailwind's `sm`. */
const PHONE = "(max-width: 639.98px)";

/** Which rows of a long list are on the page: those in view and a few around, or all when it is printed. */
export function useVirtualRows({
  count,
  columns,
  from,
  order,
  onFrom,
}: {
  readonly count: number;
  /** How many columns are shown: the lines of a card. */
  readonly columns: number;
  /** The row at the top, from 1: gone to at first, and whenever `order` changes. */
  readonly from: number;
  /** Anything that changes when the rows or their order do. */
  readonly order: string;
  readonly onFrom: (from: number) => void;
}): VirtualRows {
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const scrolled = useRef(false);
  const printing = usePrinting();
  const phone = useSyncExternalStore(onPhoneChange, isPhone, () => false);
  // The row that has the focus stays on the page while one scrolls: otherwise the keyboard would lose its place.
  const [focused, setFocused] = useState<number | null>(null);
  const size = phone ? CARD + columns * CARD_LINE : ROW;
  const enabled = !printing;
  const virtualizer = useVirtualizer({
    count,
    enabled,
    getScrollElement: () => frame,
    estimateSize: () => size,
    overscan: OVERSCAN,
    initialRect: FIRST_VIEW,
    initialOffset: (Math.min(from, count) - 1) * size,
    rangeExtractor: useCallback((range: Range) => withFocused(range, focused), [focused]),
    onChange: (instance, scrolling) => {
      if (scrolling) scrolled.current = true;
      if (scrolling || !scrolled.current || instance.scrollOffset === null) return;
      scrolled.current = false;
      const top = instance.getVirtualItemForOffset(instance.scrollOffset);
      if (top !== undefined && top.index + 1 !== from) onFrom(top.index + 1);
    },
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, phone, columns]);
  const top = useRef(from);
  useEffect(() => {
    top.current = from;
  }, [from]);
  useEffect(() => {
    virtualizer.scrollToIndex(top.current - 1, { align: "start" });
  }, [virtualizer, order]);

  if (!enabled) {
    const all = Array.from({ length: count }, (_row, index) => ({ index, gapBefore: 0 }));
    return { setFrame, rowsOnPage: all, gapAfter: 0, measure: undefined, setFocused };
  }
  let end = 0;
  const rowsOnPage: ShownRow[] = virtualizer.getVirtualItems().map((item) => {
    const gapBefore = item.start - end;
    end = item.end;
    return { index: item.index, gapBefore };
  });
  const gapAfter = Math.max(0, virtualizer.getTotalSize() - end);
  return { setFrame, rowsOnPage, gapAfter, measure: virtualizer.measureElement, setFocused };
}

function withFocused(range: Range, focused: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (focused === null || focused >= range.count || indexes.includes(focused)) return indexes;
  return [...indexes, focused].sort((a, b) => a - b);
}

function isPhone(): boolean {
  return window.matchMedia(PHONE).matches;
}

function onPhoneChange(notify: () => void): () => void {
  const query = window.matchMedia(PHONE);
  query.addEventListener("change", notify);
  return () => {
    query.removeEventListener("change", notify);
  };
}
