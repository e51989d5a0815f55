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

/** Newest first. `action` narrows to one action; `before` pages on from an event's time. */
export async function listAuditEvents(
  query: { limit: number; action?: string; before?: Date },
  tx: Tx = prisma(),
): Promise<StoredAuditEvent[]> {
  return tx.auditEvent.findMany({
    where: {
      ...(query.action === undefined ? {} : { action: query.action }),
      ...(query.before === undefined ? {} : { at: { lt: query.before } }),
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
