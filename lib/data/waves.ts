import type { PoolClient } from "pg";
import { inTransaction, prisma, type Tx } from "./client";

export const WAVE_STATES = ["draft", "planned", "open", "closed", "sealed"] as const;
export type StoredWaveState = (typeof WAVE_STATES)[number];

export interface WaveRow {
  readonly id: string;
  readonly title: string;
  readonly state: StoredWaveState;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly manifestHash: string | null;
}

/** A wave with what was frozen at planning; the JSON is parsed by the domain. */
export interface WaveDetail extends WaveRow {
  readonly instrument: unknown;
  readonly policy: unknown;
  readonly options: unknown;
  readonly scope: unknown;
  readonly plan: unknown;
  readonly planHash: string | null;
  readonly manifest: string | null;
}

const WAVE = {
  id: true,
  title: true,
  state: true,
  timeZone: true,
  opensAt: true,
  closesAt: true,
  manifestHash: true,
} as const;

const DETAIL = {
  ...WAVE,
  instrument: true,
  policy: true,
  options: true,
  scope: true,
  plan: true,
  planHash: true,
  manifest: true,
} as const;

// The database's CHECK constraint holds the state to the five known ones.
function typed<T extends { state: string }>(row: T): T & { state: StoredWaveState } {
  return { ...row, state: row.state as StoredWaveState };
}

export async function findWave(id: string, tx: Tx = prisma()): Promise<WaveDetail | null> {
  const row = await tx.wave.findUnique({ where: { id }, select: DETAIL });
  return row === null ? null : typed(row);
}

/** A wave as lists show it. */
export interface ListedWave extends WaveRow {
  readonly scope: unknown;
  readonly sealedOn: Date | null;
}

/**
 * Waves, newest first; `classIds` or `schoolIds` narrow to waves with at least one of these classes or
 * schools. Drafts have no margins yet and are always included: whoever asks cuts them by their scope.
 */
export async function listWaves(
  query: {
    classIds?: readonly string[];
    schoolIds?: readonly string[];
    states?: readonly StoredWaveState[];
    limit?: number;
  } = {},
  tx: Tx = prisma(),
): Promise<ListedWave[]> {
  const { classIds, schoolIds, states } = query;
  const mine =
    classIds !== undefined
      ? { classId: { in: [...classIds] } }
      : schoolIds !== undefined
        ? { class: { schoolId: { in: [...schoolIds] } } }
        : null;
  const rows = await tx.wave.findMany({
    where: {
      ...(states === undefined ? {} : { state: { in: [...states] } }),
      ...(mine === null ? {} : { OR: [{ state: "draft" }, { margins: { some: mine } }] }),
    },
    orderBy: [{ opensAt: "desc" }, { id: "asc" }],
    ...(query.limit === undefined ? {} : { take: query.limit }),
    select: { ...WAVE, scope: true, release: { select: { sealedOn: true } } },
  });
  return rows.map(({ release, ...row }) => typed({ ...row, sealedOn: release?.sealedOn ?? null }));
}

/**
 * Waves whose time, and `gapMs` before and after it, touches the one asked about, with what they reach. One
 * that was destroyed unopened does not count: it has no results that could be subtracted.
 */
export async function listOverlappingWaves(
  tx: Tx,
  window: { opensAt: Date; closesAt: Date },
  gapMs: number,
): Promise<{ id: string; title: string; scope: unknown }[]> {
  return tx.wave.findMany({
    where: {
      opensAt: { lt: new Date(window.closesAt.getTime() + gapMs) },
      closesAt: { gt: new Date(window.opensAt.getTime() - gapMs) },
      NOT: { state: "sealed", release: { is: null } },
    },
    orderBy: { opensAt: "asc" },
    select: { id: true, title: true, scope: true },
  });
}

/** Takes the lock under which waves are scheduled, so that two at once see each other. */
export async function lockSchedule(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7302)`;
}

export interface NewWave {
  readonly id: string;
  readonly title: string;
  readonly instrument: object;
  readonly scope: object;
  readonly policy: object;
  readonly options: object;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

/** Inserts a wave as a draft. */
export async function createWave(tx: Tx, wave: NewWave): Promise<void> {
  await tx.wave.create({
    data: { ...wave, state: "draft", instrument: wave.instrument, scope: wave.scope, policy: wave.policy, options: wave.options },
    select: { id: true },
  });
}

/** Freezes the plan: draft → planned. False when the wave was not a draft any more. */
export async function freezeWavePlan(
  tx: Tx,
  id: string,
  frozen: { plan: object; planHash: string; manifest: string; manifestHash: string },
): Promise<boolean> {
  const { count } = await tx.wave.updateMany({
    where: { id, state: "draft" },
    data: { ...frozen, plan: frozen.plan, state: "planned" },
  });
  return count === 1;
}

/** Moves a wave on. False when it was not in the state named: somebody was quicker. */
async function moveWave(
  tx: Tx,
  id: string,
  from: StoredWaveState,
  to: StoredWaveState,
): Promise<boolean> {
  const { count } = await tx.wave.updateMany({ where: { id, state: from }, data: { state: to } });
  return count === 1;
}

/** planned → open. A wave opened by hand before its time opens now. False when it was not planned any more. */
export async function markWaveOpen(tx: Tx, id: string, at: Date): Promise<boolean> {
  if (!(await moveWave(tx, id, "planned", "open"))) return false;
  await tx.wave.updateMany({ where: { id, opensAt: { gt: at } }, data: { opensAt: at } });
  return true;
}

/**
 * Closes a wave and lets `record` write into the same transaction. The exclusive lock waits for every
 * ballot that is being inserted (see `ballot_box_guard`): what was acknowledged is in the box. A wave
 * closed by hand before its time closes at `at`: that is the day its release names.
 */
export async function endWave(
  id: string,
  at: Date,
  record: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    await lockWave(tx, id);
    const { count } = await tx.wave.updateMany({
      where: { id, state: { in: ["planned", "open"] } },
      data: { state: "closed" },
    });
    if (count !== 1) return false;
    await tx.wave.updateMany({
      where: { id, closesAt: { gt: at }, opensAt: { lt: at } },
      data: { closesAt: at },
    });
    await record(tx);
    return true;
  });
}

/** Removes a wave that never opened, with its margins and slips. False when it has opened. */
export async function deleteUnopenedWave(tx: Tx, id: string): Promise<boolean> {
  await lockWave(tx, id);
  const { count } = await tx.wave.deleteMany({
    where: { id, state: { in: ["draft", "planned"] } },
  });
  return count === 1;
}

/** Takes the wave's exclusive lock to the end of the transaction; casting holds the shared one. */
export async function lockWave(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}::text, 0))`;
}

/** The same lock for the sealer: a wave is sealed or given up, never both. */
export async function lockWaveForSealer(client: PoolClient, id: string): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1::text, 0))", [id]);
}

/** The frozen manifest's text, byte for byte. */
export async function findManifestText(id: string, tx: Tx = prisma()): Promise<string | null> {
  const row = await tx.wave.findUnique({ where: { id }, select: { manifest: true } });
  return row?.manifest ?? null;
}

/** Every wave that is not sealed, oldest first: what the clock looks at. */
export async function listUnsealedWaves(
  tx: Tx = prisma(),
): Promise<{ id: string; state: StoredWaveState; opensAt: Date; closesAt: Date }[]> {
  const rows = await tx.wave.findMany({
    where: { state: { in: ["draft", "planned", "open", "closed"] } },
    orderBy: { opensAt: "asc" },
    select: { id: true, state: true, opensAt: true, closesAt: true },
  });
  return rows.map(typed);
}

export interface SealedWave {
  readonly id: string;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly timeZone: string;
  readonly sealedOn: Date;
  readonly releaseHash: string;
  readonly instrument: unknown;
  readonly policy: unknown;
  readonly options: unknown;
}

/** A sealed wave without what was frozen with it, which is long: for choosing one. */
export type SealedTitle = Pick<SealedWave, "id" | "title" | "closesAt" | "timeZone">;

/** The last sealed waves by name, newest first. */
export async function listSealedTitles(limit: number, tx: Tx = prisma()): Promise<SealedTitle[]> {
  return tx.wave.findMany({
    where: { state: "sealed" },
    orderBy: [{ closesAt: "desc" }, { id: "asc" }],
    take: limit,
    select: { id: true, title: true, closesAt: true, timeZone: true },
  });
}

/** Sealed waves, newest first; `ids` and `classIds` narrow, the latter to waves with one of these classes. */
export async function listSealedWaves(
  query: {
    ids?: readonly string[];
    closedSince?: Date;
    classIds?: readonly string[];
    limit?: number;
  } = {},
  tx: Tx = prisma(),
): Promise<SealedWave[]> {
  const rows = await tx.wave.findMany({
    where: {
      state: "sealed",
      ...(query.ids === undefined ? {} : { id: { in: [...query.ids] } }),
      ...(query.closedSince === undefined ? {} : { closesAt: { gte: query.closedSince } }),
      ...(query.classIds === undefined
        ? {}
        : { margins: { some: { classId: { in: [...query.classIds] } } } }),
    },
    orderBy: [{ closesAt: "desc" }, { id: "asc" }],
    ...(query.limit === undefined ? {} : { take: query.limit }),
    select: {
      id: true,
      title: true,
      opensAt: true,
      closesAt: true,
      timeZone: true,
      instrument: true,
      policy: true,
      options: true,
      release: { select: { sealedOn: true, hash: true } },
    },
  });
  return rows.flatMap(({ release, ...row }) =>
    release === null ? [] : [{ ...row, sealedOn: release.sealedOn, releaseHash: release.hash }],
  );
}
