import { prisma, type Tx } from "./client";

/** What a recording is of: an item's words in a language. `said` is a hash of them. */
export interface RecordingKey {
  readonly itemId: string;
  readonly itemVersion: number;
  readonly language: string;
  readonly said: string;
}

export interface RecordingRow extends RecordingKey {
  readonly sha256: string;
  readonly contentType: string;
}

const KEY = { itemId: true, itemVersion: true, language: true, said: true } as const;

/** What is recorded of some items, without the sound itself. */
export async function listRecordings(
  itemIds: readonly string[],
  tx: Tx = prisma(),
): Promise<RecordingRow[]> {
  return tx.itemRecording.findMany({
    where: { itemId: { in: [...itemIds] } },
    orderBy: [{ itemId: "asc" }, { language: "asc" }],
    select: { ...KEY, sha256: true, contentType: true },
  });
}

/** Stores a recording in the place of the one before. */
export async function writeRecording(
  tx: Tx,
  recording: RecordingRow & {
    readonly bytes: Uint8Array;
    readonly uploadedBy: string;
    readonly uploadedAt: Date;
  },
): Promise<void> {
  const { itemId, itemVersion, language, said, bytes, ...rest } = recording;
  const key = { itemId, itemVersion, language, said };
  const data = { ...rest, bytes: Buffer.from(bytes) };
  await tx.itemRecording.upsert({
    where: { itemId_itemVersion_language_said: key },
    create: { ...key, ...data },
    update: data,
    select: { sha256: true },
  });
}

/** False when there was none. */
export async function deleteRecording(tx: Tx, key: RecordingKey): Promise<boolean> {
  const { itemId, itemVersion, language, said } = key;
  const where = { itemId, itemVersion, language, said };
  const { count } = await tx.itemRecording.deleteMany({ where });
  return count === 1;
}

/** The sound with this hash; null when no item has it now. */
export async function findRecordingBytes(
  sha256: string,
  tx: Tx = prisma(),
): Promise<{ readonly contentType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  return tx.itemRecording.findFirst({
    where: { sha256 },
    select: { contentType: true, bytes: true },
  });
}
