import { prisma, type Tx } from "./client";

export interface ThrottleRow {
  readonly failures: number;
  readonly windowStart: Date;
  readonly lockedUntil: Date | null;
}

/** `key` is a keyed hash of the address typed: the table names nobody. */
export async function findThrottle(key: Uint8Array, tx: Tx = prisma()): Promise<ThrottleRow | null> {
  return tx.signInThrottle.findUnique({
    where: { key: Buffer.from(key) },
    select: { failures: true, windowStart: true, lockedUntil: true },
  });
}

export async function saveThrottle(key: Uint8Array, row: ThrottleRow, tx: Tx = prisma()): Promise<void> {
  const bytes = Buffer.from(key);
  await tx.signInThrottle.upsert({
    where: { key: bytes },
    create: { key: bytes, ...row },
    update: row,
    select: { failures: true },
  });
}

/** Forgets an address after a success, and everything older than `before`. */
export async function forgetThrottle(key: Uint8Array, before: Date, tx: Tx = prisma()): Promise<void> {
  await tx.signInThrottle.deleteMany({
    where: { OR: [{ key: Buffer.from(key) }, { windowStart: { lt: before } }] },
  });
}

/** One try at a time for each address: tries that run side by side must not be counted as one. */
export async function lockThrottle(tx: Tx, key: Uint8Array): Promise<void> {
  const number = Buffer.from(key).readInt32BE(0);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7302, ${number}::integer)`;
}
