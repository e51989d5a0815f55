import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { createFlagNote, findFlag, lockFlags, saveFlag } from "@/lib/data/flags";
import { type FlagState, moveFlag } from "@/lib/flags/life-cycle";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { onlySeen } from "./seen-flags";

export interface FlagChange {
  readonly flagId: string;
  /** "note": say something and leave the state as it is. */
  readonly to: Exclude<FlagState, "new"> | "note";
  readonly note: string;
}

/**
 * Moves a flag on, or adds a note to it. Closing needs a note, and so does a note: whoever looks later must see what
 * was found. The note itself is not repeated in the audit log.
 */
export async function changeFlag(
  context: ServiceContext,
  { flagId, to, note }: FlagChange,
): Promise<Result<{ state: FlagState }, "missing" | "invalid" | "flag-transition">> {
  const { actor } = context;
  if (actor.kind !== "staff") return failure("missing");
  const body = note.trim();
  return inTransaction(async (tx) => {
    // Otherwise two people, or a person and a new finding, would each write over the other's state.
    await lockFlags(tx);
    const flag = await findFlag(flagId, tx);
    if (flag === null || !can(actor, "flag.update", flag).allowed) return failure("missing");
    if ((await onlySeen(context, [flag], tx)).length === 0) return failure("missing");
    if (body === "" && (to === "closed" || to === "note")) {
      const why =
        to === "closed" ? "Say why it is closed, in a sentence." : "Write what you want to add.";
      return failure("invalid", { fields: { note: why } });
    }
    const moved = to === "note" ? { ok: true as const, flag } : moveFlag(flag, to, context.now);
    if (!moved.ok) return failure("flag-transition");
    if (to !== "note") await saveFlag(tx, moved.flag);
    await createFlagNote(tx, {
      id: context.randomUuid(),
      flagId,
      accountId: actor.accountId,
      body,
      state: to === "note" ? null : moved.flag.state,
      at: context.now,
    });
    await recordEvent(tx, context, {
      action: "flag.changed",
      subjectType: "flag",
      subjectId: flagId,
      detail: { classId: flag.classId, from: flag.state, to: moved.flag.state },
    });
    return success({ state: moved.flag.state });
  });
}
