import { readFragment } from "./seat-code";
import {
  announceStay,
  clearTab,
  readTab,
  type TabRecord,
  type TabStorage,
  takeStay,
  writeTab,
} from "./tab-record";

/** The browser around a {@link TabRecord}: `sessionStorage`, the kind of visit, and the address. */
export function tabMemory(joinCode: string, items: number) {
  const storage = tabStorage();
  return {
    read: (): TabRecord | null => storage && readTab(storage, joinCode, items),
    write(record: TabRecord): void {
      try {
        if (storage !== null) writeTab(storage, joinCode, record);
      } catch {
        // Full or forbidden: a reload then starts over, nothing else is lost.
      }
    },
    clear(): void {
      if (storage !== null) clearTab(storage);
    },
    /** Reloaded, come back to, or changed the language: the same person, as far as can be told. */
    isSameVisit(): boolean {
      const stays = storage !== null && takeStay(storage);
      const [entry] = performance.getEntriesByType("navigation");
      const kind = (entry as PerformanceNavigationTiming | undefined)?.type;
      return stays || kind === "reload" || kind === "back_forward";
    },
    /** Watches for a change of language and for another slip in the same tab; returns how to stop. */
    watch(): () => void {
      const onClick = (event: MouseEvent) => {
        const link = event.target instanceof Element && event.target.closest("[data-same-visit]");
        if (link !== false && link !== null && storage !== null) announceStay(storage);
      };
      // The next student's QR code, scanned into this tab, changes only the fragment: without a reload
      // they would see the last one's screen.
      const onHash = () => {
        if (readFragment(window.location.hash).seatCode !== null) window.location.reload();
      };
      document.addEventListener("click", onClick);
      window.addEventListener("hashchange", onHash);
      return () => {
        document.removeEventListener("click", onClick);
        window.removeEventListener("hashchange", onHash);
      };
    },
  };
}

/** Null where the browser forbids it (cookies blocked): then nothing survives a reload. */
function tabStorage(): TabStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
