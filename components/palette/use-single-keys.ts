"use client";

import { useSyncExternalStore } from "react";

const KEY = "hearth.single-key-shortcuts";
const listeners = new Set<() => void>();

/** Whether keys without Ctrl or Cmd do anything on this device, and how to change it. On unless turned off. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(listen, read, () => true), write];
}

function listen(notify: () => void): () => void {
  listeners.add(notify);
  // Turned off in another tab.
  window.addEventListener("storage", notify);
  return () => {
    listeners.delete(notify);
    window.removeEventListener("storage", notify);
  };
}

function read(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

function write(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, "off");
  } catch {
    // Storage is forbidden here: the switch stays as it is.
  }
  for (const notify of listeners) notify();
}
