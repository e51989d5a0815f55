import { can } from "@/lib/access/can";
import { findDistrict } from "@/lib/data/district";
import { findPlan, type PlanRow } from "@/lib/data/plans";
import { strategyOf } from "@/lib/plans/catalogue";
import type { Strategy } from "@/lib/plans/strategy";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { localDate } from "../waves/local-date";
import { type ClassPulseRow, listClassHistories } from "./class-histories";
import { historySince } from "./history-since";
import { type WhatFollowed, whatFollowed } from "./what-followed";

export interface PlanView {
  readonly plan: PlanRow;
  /** As the catalogue has it now; null when it is there no more. */
  readonly strategy: Strategy | null;
  readonly followed: WhatFollowed;
  /** The newest pulse of the class that has a result, whatever it shows; null before the first. */
  readonly newest: ClassPulseRow | null;
  readonly mayWrite: boolean;
  /** YYYY-MM-DD where the district is. */
  readonly today: string;
}

/** A plan with its steps and with what the class's pulses say before and after: for those who may read the class. */
export async function readPlan(
  context: ServiceContext,
  planId: string,
): Promise<Result<PlanView, "missing">> {
  const plan = await findPlan(planId);
  if (plan === null || !can(context.actor, "plan.read", plan).allowed) return failure("missing");
  const [histories, district] = await Promise.all([
    listClassHistories([plan.classId], historySince([plan], context.now)),
    findDistrict(),
  ]);
  const timeZone = district?.timeZone ?? "UTC";
  const pulses = histories.get(plan.classId) ?? [];
  const strategy = strategyOf(plan.strategyId) ?? null;
  return success({
    plan,
    strategy,
    followed: whatFollowed(plan, pulses, timeZone, strategy?.constructs),
    newest: pulses[0] ?? null,
    mayWrite: can(context.actor, "plan.write", plan).allowed,
    today: localDate(context.now, timeZone),
  });
}
