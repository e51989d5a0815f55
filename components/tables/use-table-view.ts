"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";

import {
  ownPart,
  type ParsedView,
  parseView,
  type TableView,
  viewParameters,
  type ViewShape,
  withView,
} from "./view-state";

/** Safari refuses more than a hundred changes of the address in half a minute. */
const BETWEEN_WRITES_MS = 300;

/**
 * The view of a list, begun from the address and kept there: going back, a reload or a copied link show it again.
 */
export function useTableView(key: string, shape: ViewShape) {
  const search = useSearchParams();
  const [state, setState] = useState<ParsedView & { readonly changed: boolean }>(() => ({
    ...parseView(search, key, shape),
    changed: false,
  }));
  const { view, changed } = state;
  const own = ownPart(search, key);
  const written = useRef({ part: own, at: 0 });

  // A link to this same page with another view was followed, or the way back to one.
  useEffect(() => {
    const shown = new URLSearchParams(window.location.search);
    const part = ownPart(shown, key);
    if (part === written.current.part) return;
    written.current = { part, at: 0 };
    setState({ ...parseView(shown, key, shape), changed: false });
  }, [own, key, shape]);

  // At once where that is allowed: whoever filters and follows a row's link finds the filter on the way back.
  useEffect(() => {
    if (!changed) return undefined;
    const wait = written.current.at + BETWEEN_WRITES_MS - Date.now();
    const timer = setTimeout(
      () => {
        written.current = { part: write(view, key, shape), at: Date.now() };
      },
      Math.max(0, wait),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [view, changed, key, shape]);

  const change = useCallback((part: Partial<TableView>) => {
    setState((before) => ({ view: { ...before.view, ...part }, problems: [], changed: true }));
  }, []);
  return { view, problems: state.problems, change };
}

/** Puts the view into the address without asking the server for anything; returns this list's part of it. */
function write(view: TableView, key: string, shape: ViewShape): string {
  const before = new URLSearchParams(window.location.search);
  const query = withView(before, key, viewParameters(view, key, shape));
  const { pathname, hash } = window.location;
  if (query !== before.toString()) {
    window.history.replaceState(null, "", `${pathname}${query === "" ? "" : `?${query}`}${hash}`);
  }
  return ownPart(new URLSearchParams(query), key);
}
