import { inTransaction } from "@/lib/data/client";
import { type FlagState, moveFlag } from "@/lib/flags/life-cycle";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { reachFlag } from "./reach-flag";
import { writeFlag } from "./write-flag";

export interface FlagChange {
  readonly flagId: string;
  /** "note": say something and leave the state as it is. */
  readonly to: "seen" | "acting" | "note";
  readonly note: string;
}

/** Moves a flag on, or adds a note to it: also to a closed one. */
export async function changeFlag(
  context: ServiceContext,
  { flagId, to, note }: FlagChange,
): Promise<
  Result<{ state: FlagState }, "missing" | "invalid" | "flag-closed" | "flag-transition">
> {
  const body = note.trim();
  return inTransaction(async (tx) => {
    const reached = await reachFlag(tx, context, "flag.update", flagId);
    if (reached === null) return failure("missing");
    const { flag } = reached;
    if (body === "" && to === "note") {
      return failure("invalid", { fields: { note: "Write what you want to add." } });
    }
    const moved = to === "note" ? { ok: true as const, flag } : moveFlag(flag, to, context.now);
    if (!moved.ok) return failure(moved.code);
    const { state } = moved.flag;
    await writeFlag(tx, context, moved.flag, {
      action: "flag.changed",
      body,
      state: to === "note" ? null : state,
      detail: { from: flag.state, to: state },
    });
    return success({ state });
  });
}
