import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { renameCohort as rename } from "@/lib/data/cohorts";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { reachCohort } from "./reach-cohort";

/** Calls a saved set something else. Its classes stay those that were saved. */
export async function renameCohort(
  context: ServiceContext,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Result<null, "forbidden" | "missing">> {
  if (!can(context.actor, "cohort.compare", undefined).allowed) return failure("forbidden");
  return inTransaction(async (tx) => {
    const before = await reachCohort(context, id, tx);
    if (before === null || !(await rename(tx, id, name))) return failure("missing");
    await recordEvent(tx, context, {
      action: "cohort.renamed",
      subjectType: "cohort",
      subjectId: id,
      detail: { name, before: before.name },
    });
    return success(null);
  });
}
