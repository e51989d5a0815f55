import type { Prisma } from "@/generated/prisma/client";
import { type FlagEvidence, flagEvidenceSchema } from "@/lib/flags/evidence";
import type { Flag } from "@/lib/flags/life-cycle";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { prisma, type Tx } from "./client";

/** A flag with the class it is about. */
export interface FlagRow extends Flag {
  readonly classTitle: string;
  readonly schoolId: string;
  readonly schoolName: string;
}

export interface FlagNoteRow {
  readonly id: string;
  readonly body: string;
  readonly state: string | null;
  readonly at: Date;
  readonly author: string;
}

const FLAG = {
  id: true,
  classId: true,
  kind: true,
  tier: true,
  state: true,
  reason: true,
  evidence: true,
  raisedAt: true,
  updatedAt: true,
  expiresAt: true,
  closedAt: true,
  class: { select: { title: true, schoolId: true, school: { select: { name: true } } } },
} as const;

type Selected = Prisma.FlagGetPayload<{ select: typeof FLAG }>;

function typed({ class: of, evidence, ...row }: Selected): FlagRow {
  const parsed: FlagEvidence = flagEvidenceSchema.parse(evidence);
  return {
    ...row,
    kind: row.kind as Flag["kind"],
    tier: row.tier as Flag["tier"],
    state: row.state as Flag["state"],
    evidence: parsed,
    classTitle: of.title,
    schoolId: of.schoolId,
    schoolName: of.school.name,
  };
}

/** Newest first. Open ones only, unless `closedSince` names how far back closed ones go. */
export async function listFlags(
  query: { classIds?: readonly string[]; schoolIds?: readonly string[]; closedSince?: Date } = {},
  tx: Tx = prisma(),
): Promise<FlagRow[]> {
  const rows = await tx.flag.findMany({
    where: {
      ...(query.closedSince === undefined
        ? { state: { not: "closed" } }
        : { OR: [{ state: { not: "closed" } }, { closedAt: { gte: query.closedSince } }] }),
      ...(query.classIds === undefined ? {} : { classId: { in: [...query.classIds] } }),
      ...(query.schoolIds === undefined
        ? {}
        : { class: { schoolId: { in: [...query.schoolIds] } } }),
    },
    orderBy: [{ raisedAt: "desc" }, { id: "asc" }],
    select: FLAG,
  });
  return rows.map(typed);
}

/** Those of these flags that there are, in no order. */
export async function findFlags(ids: readonly string[], tx: Tx = prisma()): Promise<FlagRow[]> {
  const rows = await tx.flag.findMany({ where: { id: { in: [...ids] } }, select: FLAG });
  return rows.map(typed);
}

/** One flag; an id that is none (somebody typed an address) finds nothing. */
export async function findFlag(id: string, tx: Tx = prisma()): Promise<FlagRow | null> {
  if (!isUuid(id)) return null;
  const row = await tx.flag.findUnique({ where: { id }, select: FLAG });
  return row === null ? null : typed(row);
}

export async function listFlagNotes(flagId: string, tx: Tx = prisma()): Promise<FlagNoteRow[]> {
  const rows = await tx.flagNote.findMany({
    where: { flagId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { id: true, body: true, state: true, at: true, account: { select: { name: true } } },
  });
  return rows.map(({ account, ...row }) => ({ ...row, author: account?.name ?? "Hearth" }));
}

/** Inserts or updates a flag. */
export async function saveFlag(tx: Tx, flag: Flag): Promise<void> {
  const { id, ...rest } = flag;
  const data = {
    classId: rest.classId,
    kind: rest.kind,
    tier: rest.tier,
    state: rest.state,
    reason: rest.reason,
    evidence: rest.evidence as unknown as Prisma.InputJsonObject,
    raisedAt: rest.raisedAt,
    updatedAt: rest.updatedAt,
    expiresAt: rest.expiresAt,
    closedAt: rest.closedAt,
  };
  await tx.flag.upsert({
    where: { id },
    create: { id, ...data },
    update: data,
    select: { id: true },
  });
}

export async function createFlagNote(
  tx: Tx,
  note: {
    id: string;
    flagId: string;
    accountId: string | null;
    body: string;
    state: string | null;
    at: Date;
  },
): Promise<void> {
  await tx.flagNote.create({ data: note, select: { id: true } });
}

/** Two raisings at once would each find no open flag: one waits for the other. */
export async function lockFlags(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7302)`;
}
