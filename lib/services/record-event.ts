import type { AuditEntry } from "@/lib/audit/event";
import { appendAuditEvent } from "@/lib/data/audit-events";
import type { Tx } from "@/lib/data/client";
import type { ServiceContext } from "./context";

/** Writes the audit event of a use case into the transaction that holds its change. */
export async function recordEvent(
  tx: Tx,
  context: ServiceContext,
  entry: AuditEntry,
): Promise<void> {
  const { actor } = context;
  await appendAuditEvent(tx, {
    ...entry,
    id: context.randomUuid(),
    at: context.now,
    accountId: actor.kind === "staff" ? actor.accountId : null,
    accountName:
      actor.kind === "staff" ? actor.name : actor.kind === "system" ? "Hearth" : "Visitor",
  });
}
