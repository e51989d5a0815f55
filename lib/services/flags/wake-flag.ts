import { inTransaction } from "@/lib/data/client";
import { wakeFlag as woken } from "@/lib/flags/work";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { reachFlag } from "./reach-flag";
import { writeFlag } from "./write-flag";

/** Brings a resting flag back before its date. */
export async function wakeFlag(
  context: ServiceContext,
  { flagId }: { readonly flagId: string },
): Promise<Result<{ awake: true }, "missing" | "flag-closed" | "not-snoozed">> {
  return inTransaction(async (tx) => {
    const reached = await reachFlag(tx, context, "flag.update", flagId);
    if (reached === null) return failure("missing");
    const move = woken(reached.flag, context.now);
    if (!move.ok) return failure(move.code);
    await writeFlag(tx, context, move.flag, {
      action: "flag.woken",
      body: "Brought back before its date.",
      state: null,
      detail: {},
    });
    return success({ awake: true });
  });
}
