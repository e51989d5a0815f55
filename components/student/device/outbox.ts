import { type PendingBallots, readPendingBallots } from "@/lib/ballots/client/pending-ballots";
import { isStopCode, type StopCode } from "../stop-codes";
import { dayOf, type DeviceStore } from "./device-store";
import { lock, newKey, unlock } from "./locked-box";

/** A student's sealed ballots on their way. Holds no answer that anybody on this device could read. */
export interface OutboxEntry {
  readonly joinCode: string;
  readonly seatCode: string;
  readonly waveId: string;
  /** SHA-256 that the manifest must have: as printed on the slip, else as on the page. */
  readonly manifestHash: string;
  readonly pending: PendingBallots;
  /** Why it waits for its owner and is not sent by itself (a wrong code); null where it goes out as soon as it can. */
  readonly held: StopCode | null;
  /** A page may still ask what became of it; false once its owner has handed the device on. */
  readonly awaited: boolean;
}

/** What became of an entry: every ballot acknowledged, or why none ever will be. */
export type Outcome = "sent" | StopCode;

/** Sealed ballots of this device; those of several students, where they share it. */
export interface Outbox {
  readonly put: (id: string, entry: OutboxEntry) => Promise<void>;
  readonly read: (id: string) => Promise<OutboxEntry | null>;
  readonly remove: (id: string) => Promise<void>;
  readonly ids: () => Promise<readonly string[]>;
  /** Leaves word of what became of an entry whose owner was not looking. */
  readonly leaveWord: (id: string, outcome: Outcome) => Promise<void>;
  /** Takes the word that was left; null for none. */
  readonly takeWord: (id: string) => Promise<Outcome | null>;
  /** Keeps receipts until a page takes them. */
  readonly keepReceipts: (waveId: string, receipts: readonly string[]) => Promise<void>;
}

/** No wave is open for longer than 60 days: what is older can never be sent. Nor does anybody wait for so old a word. */
const OLDEST_DAYS = 62;

/** The outbox in the device's store, or in memory where there is none. */
export function outboxIn(store: DeviceStore | null, now: () => number): Outbox {
  return store === null ? outboxInMemory() : storedOutbox(store, now);
}

function storedOutbox(store: DeviceStore, now: () => number): Outbox {
  return {
    async put(id, entry) {
      const key = (await store.get("outbox", id))?.key ?? (await newKey());
      const box = await lock(key, { ...entry, pending: JSON.stringify(entry.pending) });
      await store.put("outbox", { key, day: dayOf(now()), ...box }, id);
    },
    async read(id) {
      const stored = await store.get("outbox", id);
      return stored === undefined ? null : readEntry(await unlock(stored.key, stored));
    },
    remove: (id) => store.delete("outbox", id),
    async ids() {
      for (const name of ["outbox", "outcomes"] as const) {
        for (const id of await store.getAllKeys(name)) {
          const day = (await store.get(name, id))?.day ?? 0;
          if (dayOf(now()) - day > OLDEST_DAYS) await store.delete(name, id);
        }
      }
      return store.getAllKeys("outbox");
    },
    async leaveWord(id, code) {
      await store.put("outcomes", { code, day: dayOf(now()) }, id);
    },
    async takeWord(id) {
      const code = (await store.get("outcomes", id))?.code;
      await store.delete("outcomes", id);
      return code === "sent" || isStopCode(code) ? code : null;
    },
    async keepReceipts(waveId, receipts) {
      await store.add("sent", { waveId, receipts });
    },
  };
}

function outboxInMemory(): Outbox {
  const entries = new Map<string, OutboxEntry>();
  // Nobody else sends from here: no word is left.
  return {
    put: (id, entry) => {
      entries.set(id, entry);
      return Promise.resolve();
    },
    read: (id) => Promise.resolve(entries.get(id) ?? null),
    remove: (id) => {
      entries.delete(id);
      return Promise.resolve();
    },
    ids: () => Promise.resolve([...entries.keys()]),
    leaveWord: () => Promise.resolve(),
    takeWord: () => Promise.resolve(null),
    keepReceipts: () => Promise.resolve(),
  };
}

/** Takes the receipts of what went out while no page was open. */
export async function takeReceipts(
  store: DeviceStore | null,
): Promise<readonly { readonly waveId: string; readonly receipts: readonly string[] }[]> {
  if (store === null) return [];
  const taking = store.transaction("sent", "readwrite");
  const taken = await taking.store.getAll();
  await taking.store.clear();
  await taking.done;
  return taken;
}

function readEntry(value: unknown): OutboxEntry | null {
  if (typeof value !== "object" || value === null) return null;
  const { joinCode, seatCode, waveId, manifestHash, pending, held, awaited } = value as Record<
    keyof OutboxEntry,
    unknown
  >;
  const read = typeof pending === "string" ? readPendingBallots(pending) : null;
  if (read === null || (held !== null && !isStopCode(held))) return null;
  if (typeof joinCode !== "string" || typeof seatCode !== "string") return null;
  if (typeof waveId !== "string" || typeof manifestHash !== "string") return null;
  if (typeof awaited !== "boolean") return null;
  return { joinCode, seatCode, waveId, manifestHash, pending: read, held, awaited };
}
