import { can } from "@/lib/access/can";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { type ReachedCohort, reachCohort } from "./reach-cohort";

/** One saved set, for its page. */
export async function readCohort(
  context: ServiceContext,
  id: string,
): Promise<Result<ReachedCohort, "missing">> {
  if (!can(context.actor, "cohort.compare", undefined).allowed) return failure("missing");
  const cohort = await reachCohort(context, id);
  return cohort === null ? failure("missing") : success(cohort);
}
