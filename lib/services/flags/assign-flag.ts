import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { assignFlag as assigned } from "@/lib/flags/work";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listHolders } from "./flag-holders";
import { reachFlag } from "./reach-flag";
import { writeFlag } from "./write-flag";

export interface FlagAssignment {
  readonly flagId: string;
  /** Account that had the flag on the page from which this comes; null for nobody. */
  readonly from: string | null;
  /** Account that gets it; null: nobody has it any more. */
  readonly to: string | null;
}

/**
 * Gives a flag to somebody who may see it by now, or gives it back. Administrators of the class give it to anybody
 * who may; a teacher of the class takes it, and gives back what they took.
 */
export async function assignFlag(
  context: ServiceContext,
  { flagId, from, to }: FlagAssignment,
): Promise<
  Result<{ holderName: string | null }, "missing" | "invalid" | "flag-closed" | "flag-held">
> {
  return inTransaction(async (tx) => {
    const reached = await reachFlag(tx, context, "flag.update", flagId);
    if (reached === null) return failure("missing");
    const { flag, actor } = reached;
    if (flag.state === "closed") return failure("flag-closed");
    if (flag.holderId !== from && flag.holderId !== to) {
      return failure("flag-held", { detail: { name: flag.holderName ?? "nobody" } });
    }
    const { classId, schoolId, holderId } = flag;
    if (!can(actor, "flag.assign", { classId, schoolId, from: holderId, to }).allowed) {
      return failure("missing");
    }
    const holders = (await listHolders([flag], context.now, tx)).get(flag.id) ?? [];
    const holder = holders.find(({ id }) => id === to);
    if (to !== null && holder === undefined) {
      const why = "This person may not see the flag, or not yet. Choose somebody else.";
      return failure("invalid", { fields: { to: why } });
    }
    const holderName = holder?.name ?? null;
    if (to === holderId) return success({ holderName });
    const move = assigned(flag, { from, to }, context.now);
    if (!move.ok) return failure(move.code);
    await writeFlag(tx, context, move.flag, {
      action: "flag.assigned",
      body: sentence(holderName, to === actor.accountId),
      state: null,
      detail: { from: flag.holderName, to: holderName },
    });
    return success({ holderName });
  });
}

function sentence(holderName: string | null, isOwn: boolean): string {
  if (holderName === null) return "Nobody has this flag any more.";
  return isOwn ? "Took this flag." : `Gave this flag to ${holderName}.`;
}
