import type { AuditEntry } from "@/lib/audit/event";
import { prisma, type Tx } from "./client";

export interface StoredAuditEvent {
  readonly id: string;
  readonly at: Date;
  readonly accountName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: unknown;
}

/** Appends one event; the database refuses to change or delete it afterwards. */
export async function appendAuditEvent(
  tx: Tx,
  event: AuditEntry & { id: string; at: Date; accountId: string | null; accountName: string },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: event.id,
      at: event.at,
      accountId: event.accountId,
      accountName: event.accountName,
      action: event.action,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      detail: event.detail,
    },
    select: { id: true },
  });
}

/** When something last happened to a subject; null if it never did. */
export async function findEventTime(
  event: { readonly action: AuditEntry["action"]; readonly subjectId: string },
  tx: Tx = prisma(),
): Promise<Date | null> {
  const row = await tx.auditEvent.findFirst({
    where: event,
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return row?.at ?? null;
}

/** Where a page of the log ended: the last event on it. */
export interface AuditCursor {
  readonly at: Date;
  readonly id: string;
}

/**
 * Newest first. `action` narrows to one action; `after` goes on from the last event of a page. Events
 * of one use case share their time, so the id takes part: none is skipped at the edge of a page.
 */
export async function listAuditEvents(
  query: { limit: number; action?: string; after?: AuditCursor },
  tx: Tx = prisma(),
): Promise<StoredAuditEvent[]> {
  const { after } = query;
  return tx.auditEvent.findMany({
    where: {
      ...(query.action === undefined ? {} : { action: query.action }),
      ...(after === undefined
        ? {}
        : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { gt: after.id } }] }),
    },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: query.limit,
    select: {
      id: true,
      at: true,
      accountName: true,
      action: true,
      subjectType: true,
      subjectId: true,
      detail: true,
    },
  });
}

/** Titles of the pulses and classes that events speak of by id; what is gone has none. */
export async function listSubjectNames(
  ids: { waveIds: readonly string[]; classIds: readonly string[] },
  tx: Tx = prisma(),
): Promise<Map<string, string>> {
  const select = { id: true, title: true } as const;
  const [waves, classes] = await Promise.all([
    tx.wave.findMany({ where: { id: { in: [...ids.waveIds] } }, select }),
    tx.class.findMany({ where: { id: { in: [...ids.classIds] } }, select }),
  ]);
  return new Map([...waves, ...classes].map(({ id, title }) => [id, title]));
}
