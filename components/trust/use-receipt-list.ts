"use client";

import { useCallback, useEffect, useState } from "react";
import { readReceiptList } from "@/lib/ballots/wire/find-receipts";

export type ReceiptList =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "loaded"; readonly receipts: readonly string[] };

/**
 * The whole list of receipts. Whoever reads the page fetches it, with receipts or without, and searches it on
 * the device: a request for a part of it would tell the server which receipt belongs to whom.
 */
export function useReceiptList(url: string): { list: ReceiptList; retry: () => void } {
  const [list, setList] = useState<ReceiptList>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    fetchList(url, stop.signal).then(
      (receipts) => {
        setList(receipts.length === 0 ? { state: "failed" } : { state: "loaded", receipts });
      },
      () => {
        if (!stop.signal.aborted) setList({ state: "failed" });
      },
    );
    return () => {
      stop.abort();
    };
  }, [url, attempt]);
  const retry = useCallback(() => {
    setList({ state: "loading" });
    setAttempt((before) => before + 1);
  }, []);
  return { list, retry };
}

async function fetchList(url: string, signal: AbortSignal): Promise<string[]> {
  const response = await fetch(url, {
    credentials: "omit",
    referrerPolicy: "no-referrer",
    signal,
  });
  return response.ok ? readReceiptList(await response.text()) : [];
}
