import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Something locked with a key that cannot be read out of the browser (AES-GCM, non-extractable). */
export interface LockedBox {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
}

/**
 * What this device keeps between two moments of a network, in IndexedDB. Nothing in it can be read: drafts lie in the
 * tab's own storage, locked, with their key here; sealed ballots lie here, locked with a key beside them that no script
 * and no tool of the browser can show.
 */
interface DeviceSchema extends DBSchema {
  /** Keys of drafts, by the draft's id. `day`: when it was made, to sweep out what a closed tab left. */
  readonly drafts: { key: string; value: { readonly key: CryptoKey; readonly day: number } };
  /** Sealed ballots that the server has not acknowledged. */
  readonly outbox: {
    key: string;
    value: LockedBox & { readonly key: CryptoKey; readonly day: number };
  };
  /** What became of entries that the worker took out, for the page of their owner: acknowledged, or why not. */
  readonly outcomes: { key: string; value: { readonly code: string; readonly day: number } };
  /** Receipts of what went out while no page was open. They say neither what was answered nor by whom. */
  readonly sent: {
    key: number;
    value: { readonly waveId: string; readonly receipts: readonly string[] };
  };
}

export type DeviceStore = IDBPDatabase<DeviceSchema>;

const NAME = "hearth";

/** Null where the browser has no such store or forbids it: then nothing survives a reload. */
export async function openDevice(): Promise<DeviceStore | null> {
  try {
    return await openDB<DeviceSchema>(NAME, 1, {
      upgrade(store) {
        store.createObjectStore("drafts");
        store.createObjectStore("outbox");
        store.createObjectStore("outcomes");
        store.createObjectStore("sent", { autoIncrement: true });
      },
    });
  } catch {
    return null;
  }
}

const DAY_MS = 86_400_000;

/** Whole days since 1970: as fine as anything here is dated. */
export function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}
