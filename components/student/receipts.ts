/**
 * Receipts that this device keeps: for each pulse, hashes of the sealed ballots it cast. They show after the
 * seal that a ballot was counted. They say neither what was answered nor by whom; on a shared device they lie
 * in one heap, sorted, and nobody can tell which is whose.
 */
export interface KeptReceipts {
  readonly waveId: string;
  /** SHA-256 of a sealed ballot, 64 hexadecimal digits each, sorted. */
  readonly receipts: readonly string[];
}

const KEY = "hearth-receipts";
/** Pulses remembered; the oldest goes first. */
const WAVES = 12;
/** Enough for the tablets of a class. */
const RECEIPTS = 400;

export type ReceiptStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What the device keeps; empty for nothing and for anything damaged. */
export function readReceipts(storage: ReceiptStorage): readonly KeptReceipts[] {
  try {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Adds receipts of one pulse. */
export function keepReceipts(
  storage: ReceiptStorage,
  waveId: string,
  receipts: readonly string[],
): void {
  const kept = readReceipts(storage);
  const before = kept.find((each) => each.waveId === waveId)?.receipts ?? [];
  const all = [...new Set([...before, ...receipts])].sort().slice(0, RECEIPTS);
  const others = kept.filter((each) => each.waveId !== waveId);
  storage.setItem(KEY, JSON.stringify([...others, { waveId, receipts: all }].slice(-WAVES)));
}

/** Forgets every receipt. */
export function forgetReceipts(storage: ReceiptStorage): void {
  storage.removeItem(KEY);
}

function isKept(value: unknown): value is KeptReceipts {
  if (typeof value !== "object" || value === null) return false;
  const { waveId, receipts } = value as Partial<Record<keyof KeptReceipts, unknown>>;
  if (typeof waveId !== "string" || !Array.isArray(receipts)) return false;
  return receipts.every((each) => typeof each === "string" && /^[0-9a-f]{64}$/u.test(each));
}
