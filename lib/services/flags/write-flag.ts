import type { AuditAction, AuditEntry } from "@/lib/audit/event";
import type { Tx } from "@/lib/data/client";
import { createFlagNote, saveFlag } from "@/lib/data/flags";
import type { Flag } from "@/lib/flags/life-cycle";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/**
 * Stores what somebody did to a flag, with the line in its history and the event. `state` is named in the history
 * only where it is what was done. The words are not repeated in the audit log.
 */
export async function writeFlag(
  tx: Tx,
  context: ServiceContext,
  flag: Flag,
  done: {
    readonly action: Extract<AuditAction, `flag.${string}`>;
    readonly body: string;
    readonly state: Flag["state"] | null;
    readonly detail: AuditEntry["detail"];
  },
): Promise<void> {
  const { actor } = context;
  await saveFlag(tx, flag);
  await createFlagNote(tx, {
    id: context.randomUuid(),
    flagId: flag.id,
    accountId: actor.kind === "staff" ? actor.accountId : null,
    body: done.body,
    state: done.state,
    at: context.now,
  });
  await recordEvent(tx, context, {
    action: done.action,
    subjectType: "flag",
    subjectId: flag.id,
    detail: { classId: flag.classId, ...done.detail },
  });
}
