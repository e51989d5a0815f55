import { fromBase64url, toBase64url } from "@/lib/ballots/wire/bytes";
import {
  announceStay,
  parseRecord,
  type TabRecord,
  type TabStorage,
  takeStay,
} from "../tab-record";
import { dayOf, type DeviceStore } from "./device-store";
import { lock, newKey, unlock } from "./locked-box";

const PREFIX = "hearth:";

/** What this tab remembers of one class's pulse, so that a reload loses nothing. */
export interface Draft {
  readonly read: () => Promise<TabRecord | null>;
  /** Settles when it is kept. A failure (full, forbidden) loses nothing but a later reload's memory. */
  readonly write: (record: TabRecord) => Promise<void>;
  /** Forgets everything, of other classes too: whoever answers next starts clean. */
  readonly clear: () => Promise<void>;
  /** Says that the next load of this page is by the same person: they chose another language. */
  readonly announceStay: () => void;
  /** Whether the last page said so; asked once. */
  readonly takeStay: () => boolean;
}

/**
 * The draft lies in `sessionStorage`, which ends with the tab and which no other tab sees, locked with a key that lies
 * in the device's store and cannot be read out. Attack: the next student on a shared tablet, or whoever is handed it
 * later, looks through what the browser has stored. Without the tab's half the key opens nothing; without the key the
 * tab's half is noise.
 */
export function draftIn(
  tab: TabStorage | null,
  store: DeviceStore | null,
  pulse: { readonly joinCode: string; readonly items: number },
  now: () => number,
): Draft {
  const name = PREFIX + pulse.joinCode;
  /** Writes one after the other: an older record must not overtake a newer one. */
  let last = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  };
  return {
    async read() {
      const kept = readKept(tab?.getItem(name) ?? "");
      if (kept === null || store === null) return null;
      const key = (await store.get("drafts", kept.id))?.key;
      return key === undefined ? null : parseRecord(await unlock(key, kept), pulse.items);
    },
    write: (record) =>
      inTurn(async () => {
        if (tab === null || store === null) return;
        const id = readKept(tab.getItem(name) ?? "")?.id ?? crypto.randomUUID();
        let key = (await store.get("drafts", id))?.key;
        if (key === undefined) {
          key = await newKey();
          await store.put("drafts", { key, day: dayOf(now()) }, id);
        }
        const { iv, box } = await lock(key, record);
        const kept = { id, iv: toBase64url(iv), box: toBase64url(new Uint8Array(box)) };
        tab.setItem(name, JSON.stringify(kept));
      }).catch(() => undefined),
    clear: () =>
      inTurn(async () => {
        const names = tab === null ? [] : namesIn(tab);
        const ids = names.flatMap((one) => readKept(tab?.getItem(one) ?? "")?.id ?? []);
        for (const one of names) tab?.removeItem(one);
        for (const id of ids) await store?.delete("drafts", id);
        if (store !== null) await sweep(store, dayOf(now()));
      }).catch(() => undefined),
    announceStay() {
      if (tab !== null) announceStay(tab);
    },
    takeStay: () => tab !== null && takeStay(tab),
  };
}

function namesIn(tab: TabStorage): string[] {
  const names = Array.from({ length: tab.length }, (_, at) => tab.key(at));
  return names.filter((name): name is string => name?.startsWith(PREFIX) === true);
}

/** Keys of drafts whose tab is gone: from the day before yesterday, or older. */
async function sweep(store: DeviceStore, today: number): Promise<void> {
  for (const id of await store.getAllKeys("drafts")) {
    const day = (await store.get("drafts", id))?.day ?? today;
    if (today - day > 1) await store.delete("drafts", id);
  }
}

function readKept(
  text: string,
): { id: string; iv: Uint8Array<ArrayBuffer>; box: ArrayBuffer } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { id, iv, box } = value as Record<string, unknown>;
  if (typeof id !== "string" || typeof iv !== "string" || typeof box !== "string") return null;
  const bytes = [fromBase64url(iv), fromBase64url(box)] as const;
  return bytes[0] === null || bytes[1] === null
    ? null
    : { id, iv: new Uint8Array(bytes[0]), box: new Uint8Array(bytes[1]).buffer };
}
