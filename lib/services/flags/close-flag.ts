import { inTransaction } from "@/lib/data/client";
import { closeFlag as closed } from "@/lib/flags/life-cycle";
import { FOUND_OUTCOMES } from "@/lib/flags/outcome";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { reachFlag } from "./reach-flag";
import { writeFlag } from "./write-flag";

/**
 * Closes a flag with what it turned out to be and a note: whoever looks later must see what was found, and whether
 * such flags are worth the looking is counted from it.
 */
export async function closeFlag(
  context: ServiceContext,
  input: { readonly flagId: string; readonly outcome: string; readonly found: string },
): Promise<Result<{ closed: true }, "missing" | "invalid" | "flag-closed">> {
  const body = input.found.trim();
  const outcome = FOUND_OUTCOMES.find((known) => known === input.outcome);
  return inTransaction(async (tx) => {
    const reached = await reachFlag(tx, context, "flag.update", input.flagId);
    if (reached === null) return failure("missing");
    const { flag } = reached;
    // First: who fills in a form about a flag that is closed by now should not be asked for more.
    if (flag.state === "closed") return failure("flag-closed");
    if (outcome === undefined || body === "") {
      return failure("invalid", {
        fields: {
          ...(outcome === undefined ? { outcome: "Choose what it turned out to be." } : {}),
          ...(body === "" ? { found: "Say in a sentence what was found." } : {}),
        },
      });
    }
    const move = closed(flag, outcome, context.now);
    if (!move.ok) return failure(move.code);
    await writeFlag(tx, context, move.flag, {
      action: "flag.closed",
      body,
      state: "closed",
      detail: { from: flag.state, outcome },
    });
    return success({ closed: true });
  });
}
