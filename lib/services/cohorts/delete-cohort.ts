import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { deleteCohort as remove } from "@/lib/data/cohorts";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { reachCohort } from "./reach-cohort";

/** Forgets a saved set. Links to it then say that it is not there; nothing of its classes changes. */
export async function deleteCohort(
  context: ServiceContext,
  { id }: { readonly id: string },
): Promise<Result<null, "forbidden" | "missing">> {
  if (!can(context.actor, "cohort.compare", undefined).allowed) return failure("forbidden");
  return inTransaction(async (tx) => {
    const before = await reachCohort(context, id, tx);
    if (before === null || !(await remove(tx, id))) return failure("missing");
    await recordEvent(tx, context, {
      action: "cohort.deleted",
      subjectType: "cohort",
      subjectId: id,
      detail: { name: before.name, classes: before.classIds.length },
    });
    return success(null);
  });
}
