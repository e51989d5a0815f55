import { inTransaction, prisma, type Tx } from "./client";
import { lockWave, type StoredWaveState } from "./waves";

/** One of the three accounts that hold a wave's key between them. */
export interface TrusteeRow {
  /** 1 to 3: which share is theirs. */
  readonly position: 1 | 2 | 3;
  readonly accountId: string;
  readonly name: string;
  readonly disabled: boolean;
  /** SHA-256 of the share, from when it was taken to the seal. */
  readonly shareHash: Uint8Array | null;
  readonly taken: boolean;
  readonly confirmed: boolean;
}

const TRUSTEE = {
  position: true,
  accountId: true,
  shareHash: true,
  taken: true,
  confirmed: true,
  account: { select: { name: true, disabled: true } },
} as const;

/** Names the trustees of a wave, in this order. */
export async function nameTrustees(
  tx: Tx,
  waveId: string,
  accountIds: readonly string[],
): Promise<void> {
  await tx.waveTrustee.createMany({
    data: accountIds.map((accountId, index) => ({ waveId, position: index + 1, accountId })),
  });
}

/** The trustees of a wave by position; empty for a wave whose key the server holds. */
export async function listTrustees(waveId: string, tx: Tx = prisma()): Promise<TrusteeRow[]> {
  const rows = await tx.waveTrustee.findMany({
    where: { waveId },
    orderBy: { position: "asc" },
    select: TRUSTEE,
  });
  return rows.map(({ account, ...row }) => ({
    ...row,
    ...account,
    position: row.position as TrusteeRow["position"],
  }));
}

/** Stores the hash of a share that is about to be taken. */
export async function saveShareHash(
  waveId: string,
  position: number,
  shareHash: Uint8Array,
  tx: Tx = prisma(),
): Promise<void> {
  await tx.waveTrustee.updateMany({
    where: { waveId, position, taken: false },
    data: { shareHash: Buffer.from(shareHash) },
  });
}

/** Marks a share as taken. False when it was already, or the wave is gone. */
export async function markShareTaken(tx: Tx, waveId: string, position: number): Promise<boolean> {
  const { count } = await tx.waveTrustee.updateMany({
    where: { waveId, position, taken: false, shareHash: { not: null } },
    data: { taken: true },
  });
  return count === 1;
}

/** Says which trustees have given their share back; of all others, that they have not. */
export async function saveConfirmed(
  tx: Tx,
  waveId: string,
  positions: readonly number[],
): Promise<void> {
  const these = { in: [...positions] };
  await tx.waveTrustee.updateMany({
    where: { waveId, position: these },
    data: { confirmed: true },
  });
  await tx.waveTrustee.updateMany({
    where: { waveId, position: { notIn: [...positions] } },
    data: { confirmed: false },
  });
}

/** Forgets the hashes of a wave's shares: with its key they are of no more use. Waits for a share on its way back. */
export async function forgetShareHashes(waveId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await lockWave(tx, waveId);
    await tx.waveTrustee.updateMany({ where: { waveId }, data: { shareHash: null } });
  });
}

/** Closed waves with trustees, each with how far its trustees are. */
export async function listClosedTrustees(
  tx: Tx = prisma(),
): Promise<{ id: string; trustees: { taken: boolean; confirmed: boolean }[] }[]> {
  return tx.wave.findMany({
    where: { state: "closed", trustees: { some: {} } },
    select: { id: true, trustees: { select: { taken: true, confirmed: true } } },
  });
}

/** A wave of which an account is a trustee, before its seal. */
export interface TrusteeshipRow {
  readonly waveId: string;
  readonly title: string;
  readonly state: StoredWaveState;
  readonly trustees: readonly {
    readonly accountId: string;
    readonly taken: boolean;
    readonly confirmed: boolean;
  }[];
}

/** The waves of which an account is a trustee and which are not sealed, first to open first. */
export async function listTrusteeships(
  accountId: string,
  tx: Tx = prisma(),
): Promise<TrusteeshipRow[]> {
  const rows = await tx.wave.findMany({
    where: { state: { not: "sealed" }, trustees: { some: { accountId } } },
    orderBy: [{ opensAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      state: true,
      trustees: { select: { accountId: true, taken: true, confirmed: true } },
    },
  });
  return rows.map(({ id, state, ...row }) => ({
    ...row,
    waveId: id,
    state: state as StoredWaveState,
  }));
}
