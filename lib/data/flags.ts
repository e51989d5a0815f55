import type { Prisma } from "@/generated/prisma/client";
import { type FlagEvidence, flagEvidenceSchema } from "@/lib/flags/evidence";
import type { Flag } from "@/lib/flags/life-cycle";
import type { FlagOutcome } from "@/lib/flags/outcome";
import type { AnswerKind, TeacherAnswer } from "@/lib/flags/teacher-answer";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { prisma, type Tx } from "./client";

/** A flag with the class it is about. */
export interface FlagRow extends Flag {
  readonly classTitle: string;
  readonly schoolId: string;
  readonly schoolName: string;
  /** Name of the account that has it. */
  readonly holderName: string | null;
  /** Name of the teacher who answered, as far as the account is there. */
  readonly answererName: string | null;
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
  assignedTo: true,
  snoozedUntil: true,
  snoozeReason: true,
  answer: true,
  answerWords: true,
  answeredBy: true,
  answeredAt: true,
  outcome: true,
  holder: { select: { name: true } },
  answerer: { select: { name: true } },
  class: { select: { title: true, schoolId: true, school: { select: { name: true } } } },
} as const;

type Selected = Prisma.FlagGetPayload<{ select: typeof FLAG }>;

// The database's CHECK constraints hold each of these to its known values.
function typed(row: Selected): FlagRow {
  const evidence: FlagEvidence = flagEvidenceSchema.parse(row.evidence);
  const { id, classId, reason, raisedAt, updatedAt, expiresAt, closedAt } = row;
  return {
    ...{ id, classId, reason, raisedAt, updatedAt, expiresAt, closedAt },
    kind: row.kind as Flag["kind"],
    tier: row.tier as Flag["tier"],
    state: row.state as Flag["state"],
    evidence,
    holderId: row.assignedTo,
    snooze:
      row.snoozedUntil === null
        ? null
        : { until: row.snoozedUntil, reason: row.snoozeReason ?? "" },
    answer: answerOf(row),
    outcome: row.outcome as FlagOutcome | null,
    classTitle: row.class.title,
    schoolId: row.class.schoolId,
    schoolName: row.class.school.name,
    holderName: row.holder?.name ?? null,
    answererName: row.answerer?.name ?? null,
  };
}

function answerOf({ answer, ...row }: Selected): TeacherAnswer | null {
  if (answer === null || row.answeredAt === null) return null;
  return {
    kind: answer as AnswerKind,
    words: row.answerWords ?? "",
    accountId: row.answeredBy,
    at: row.answeredAt,
  };
}

/** Cut to these classes, to these schools, or not at all. */
interface FlagScope {
  readonly classIds?: readonly string[];
  readonly schoolIds?: readonly string[];
}

function within({ classIds, schoolIds }: FlagScope): Prisma.FlagWhereInput {
  return {
    ...(classIds === undefined ? {} : { classId: { in: [...classIds] } }),
    ...(schoolIds === undefined ? {} : { class: { schoolId: { in: [...schoolIds] } } }),
  };
}

/** What a closed flag turned out to be, with what decides who may know that it was there. */
export interface OutcomeRow {
  readonly classId: string;
  readonly schoolId: string;
  readonly raisedAt: Date;
  readonly outcome: FlagOutcome | null;
}

/** Outcomes of the flags closed at `closedSince` or later, in no order. */
export async function listOutcomes(
  query: FlagScope & { readonly closedSince: Date },
  tx: Tx = prisma(),
): Promise<OutcomeRow[]> {
  const rows = await tx.flag.findMany({
    where: { state: "closed", closedAt: { gte: query.closedSince }, ...within(query) },
    select: {
      classId: true,
      raisedAt: true,
      outcome: true,
      class: { select: { schoolId: true } },
    },
  });
  return rows.map(({ class: of, outcome, ...row }) => ({
    ...row,
    schoolId: of.schoolId,
    outcome: outcome as FlagOutcome | null,
  }));
}

/** Newest first. Open ones only, unless `closedSince` names how far back closed ones go. */
export async function listFlags(
  query: FlagScope & { closedSince?: Date } = {},
  tx: Tx = prisma(),
): Promise<FlagRow[]> {
  const rows = await tx.flag.findMany({
    where: {
      ...(query.closedSince === undefined
        ? { state: { not: "closed" } }
        : { OR: [{ state: { not: "closed" } }, { closedAt: { gte: query.closedSince } }] }),
      ...within(query),
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
    assignedTo: rest.holderId,
    snoozedUntil: rest.snooze?.until ?? null,
    snoozeReason: rest.snooze?.reason ?? null,
    answer: rest.answer?.kind ?? null,
    answerWords: rest.answer?.words ?? null,
    answeredBy: rest.answer?.accountId ?? null,
    answeredAt: rest.answer?.at ?? null,
    outcome: rest.outcome,
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
