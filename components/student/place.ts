import { hasWebCrypto } from "@/lib/ballots/client/web-crypto";
import { type DeviceStore, openDevice } from "./device/device-store";
import { type Draft, draftIn } from "./device/draft";
import { type Outbox, outboxIn, takeReceipts } from "./device/outbox";
import { keepReceipts } from "./receipts";
import { readFragment } from "./seat-code";
import type { TabStorage } from "./tab-record";

/** The browser around a student: what it keeps, and the kind of visit. */
export interface Place {
  readonly draft: Draft;
  readonly outbox: Outbox;
  /** Takes over the receipts of what the worker has sent. */
  readonly collectReceipts: () => Promise<void>;
  /** Reloaded, come back to, or changed the language: the same person, as far as can be told. */
  readonly isSameVisit: () => boolean;
  /** Watches for a change of language and for another slip in the same tab; returns how to stop. */
  readonly watch: () => () => void;
}

/** Opens what the browser keeps for a class. Never fails: a browser that keeps nothing gets a place that forgets. */
export async function openPlace(pulse: {
  readonly joinCode: string;
  readonly items: number;
}): Promise<Place> {
  const tab = tabStorage();
  const store = hasWebCrypto() ? await openDevice() : null;
  const now = () => Date.now();
  const draft = draftIn(tab, store, pulse, now);
  await collectReceipts(store);
  return {
    draft,
    collectReceipts: () => collectReceipts(store),
    outbox: outboxIn(store, now),
    isSameVisit() {
      const stays = draft.takeStay();
      const [entry] = performance.getEntriesByType("navigation");
      const kind = (entry as PerformanceNavigationTiming | undefined)?.type;
      return stays || kind === "reload" || kind === "back_forward";
    },
    watch() {
      const onClick = (event: MouseEvent) => {
        const link = event.target instanceof Element && event.target.closest("[data-same-visit]");
        if (link !== false && link !== null) draft.announceStay();
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

/** What went out while no page was open: its receipts join those of the device. */
async function collectReceipts(store: DeviceStore | null): Promise<void> {
  try {
    for (const { waveId, receipts } of await takeReceipts(store)) {
      keepReceipts(window.localStorage, waveId, receipts);
    }
  } catch {
    // Forbidden or full: nothing but the proof on this device depends on it.
  }
}

/** Null where the browser forbids it (cookies blocked): then nothing survives a reload. */
function tabStorage(): TabStorage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
