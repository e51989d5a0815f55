import type { Prisma } from "@/generated/prisma/client";
import { prisma, type Tx } from "./client";

export const IMPORT_KINDS = ["roster", "attendance", "calendar", "demographics", "participation"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type ImportState = "staged" | "applied" | "discarded";

export interface ImportRunRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileName: string;
  /** Absolute path while the file waits; null when it was not staged or is gone. */
  readonly stagedPath: string | null;
  readonly sha256: string;
  readonly bytes: number;
  readonly accountId: string;
  readonly createdAt: Date;
  readonly appliedAt: Date | null;
  readonly mapping: unknown;
  readonly summary: unknown;
}

const RUN = {
  id: true,
  kind: true,
  state: true,
  fileName: true,
  stagedPath: true,
  sha256: true,
  bytes: true,
  accountId: true,
  createdAt: true,
  appliedAt: true,
  mapping: true,
  summary: true,
} as const;

function typed(row: Prisma.ImportRunGetPayload<{ select: typeof RUN }>): ImportRunRow {
  return {
    ...row,
    // Written by this file only, with these words.
    kind: row.kind as ImportKind,
    state: row.state as ImportState,
    bytes: Number(row.bytes),
  };
}

/**
 * Takes the lock that lets one import at a time change roster or attendance; held to the end of the
 * transaction. Both share it, since both recompute what attendance says about classes.
 */
export async function lockImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7302)`;
}

export async function createImportRun(
  run: Omit<ImportRunRow, "appliedAt" | "mapping" | "summary">,
  tx: Tx = prisma(),
): Promise<void> {
  await tx.importRun.create({ data: { ...run, bytes: BigInt(run.bytes) }, select: { id: true } });
}

export async function findImportRun(id: string, tx: Tx = prisma()): Promise<ImportRunRow | null> {
  const row = await tx.importRun.findUnique({ where: { id }, select: RUN });
  return row === null ? null : typed(row);
}

/** Newest first. */
export async function listImportRuns(
  query: { kinds: readonly ImportKind[]; state?: ImportState; limit: number },
  tx: Tx = prisma(),
): Promise<(ImportRunRow & { accountName: string | null })[]> {
  const rows = await tx.importRun.findMany({
    where: {
      kind: { in: [...query.kinds] },
      ...(query.state === undefined ? {} : { state: query.state }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: query.limit,
    select: RUN,
  });
  const accounts = await tx.account.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.accountId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...typed(row), accountName: names.get(row.accountId) ?? null }));
}

/** Keeps how a staged file is read and what the check of it said. False: it is no longer staged. */
export async function saveImportCheck(
  id: string,
  check: { mapping: object | null; summary: object | null },
  tx: Tx = prisma(),
): Promise<boolean> {
  // Through JSON text: what is stored is exactly what can be read again.
  const { count } = await tx.importRun.updateMany({
    where: { id, state: "staged" },
    data: { mapping: stored(check.mapping), summary: stored(check.summary) },
  });
  return count === 1;
}

/** staged → applied or discarded, once. False: somebody else was first. */
export async function finishImportRun(
  tx: Tx,
  id: string,
  finish: { state: "applied" | "discarded"; at: Date; summary: object | null },
): Promise<boolean> {
  const { count } = await tx.importRun.updateMany({
    where: { id, state: "staged" },
    data: {
      state: finish.state,
      stagedPath: null,
      appliedAt: finish.state === "applied" ? finish.at : null,
      ...(finish.summary === null ? {} : { summary: stored(finish.summary) }),
    },
  });
  return count === 1;
}

/** Runs that wait to be applied: those staged before `before`, or of one kind. */
export async function listStagedRuns(
  query: { readonly before?: Date; readonly kind?: ImportKind },
  tx: Tx = prisma(),
): Promise<ImportRunRow[]> {
  const { before, kind } = query;
  const rows = await tx.importRun.findMany({
    where: {
      state: "staged",
      ...(before === undefined ? {} : { createdAt: { lt: before } }),
      ...(kind === undefined ? {} : { kind }),
    },
    select: RUN,
  });
  return rows.map(typed);
}

/** How many files were uploaded and wait to be applied. */
export async function countStagedRuns(tx: Tx = prisma()): Promise<number> {
  return tx.importRun.count({ where: { state: "staged" } });
}

function stored(value: object | null): Prisma.InputJsonValue {
  // An empty object stands for "nothing yet": Prisma tells SQL null and JSON null apart, we need not.
  return JSON.parse(JSON.stringify(value ?? {})) as Prisma.InputJsonValue;
}
