"use client";

import { useSyncExternalStore } from "react";
import { forgetReceipts, readReceipts } from "@/components/student/receipts";

/** Said in this tab; `storage` comes from the others. */
const FORGOTTEN = "hearth-receipts-forgotten";

/** Receipts that this device keeps of one wave; null until the page's script runs. */
export function useKeptReceipts(waveId: string): readonly string[] | null {
  const kept = useSyncExternalStore(
    watch,
    () => ownReceipts(waveId),
    () => null,
  );
  if (kept === null) return null;
  return kept === "" ? [] : kept.split(",");
}

/** Forgets the receipts of every wave. */
export function forgetKeptReceipts(): void {
  try {
    forgetReceipts(window.localStorage);
  } catch {
    // Where storage is forbidden nothing was kept.
  }
  window.dispatchEvent(new Event(FORGOTTEN));
}

function watch(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(FORGOTTEN, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(FORGOTTEN, onChange);
  };
}

/** As one text, so that React sees whether it changed. */
function ownReceipts(waveId: string): string {
  try {
    const own = readReceipts(window.localStorage).find((each) => each.waveId === waveId);
    return own?.receipts.join() ?? "";
  } catch {
    return "";
  }
}
