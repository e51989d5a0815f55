import { can, type ClassRef } from "@/lib/access/can";
import { listPlans, type PlanRow } from "@/lib/data/plans";
import type { ServiceContext } from "../context";

/** More than a class tries in a year. */
const MOST = 20;

/** The plans of one class, those that started last first; none for whom it is not. */
export async function listClassPlans(context: ServiceContext, ref: ClassRef): Promise<PlanRow[]> {
  if (!can(context.actor, "plan.read", ref).allowed) return [];
  return listPlans({ classIds: [ref.classId] }, MOST);
}
