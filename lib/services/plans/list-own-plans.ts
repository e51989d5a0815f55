import { can } from "@/lib/access/can";
import { findDistrict } from "@/lib/data/district";
import { listPlans, type PlanRow } from "@/lib/data/plans";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";
import { localDate } from "../waves/local-date";
import { listClassHistories } from "./class-histories";
import { historySince } from "./history-since";
import { type WhatFollowed, whatFollowed } from "./what-followed";

/** So many plans are listed at most, the newest: each is looked at with all pulses of its class. */
export const MOST_PLANS = 200;

export interface OwnPlan {
  readonly plan: PlanRow;
  readonly followed: WhatFollowed;
}

export interface OwnPlans {
  readonly plans: readonly OwnPlan[];
  /** There are more, older ones. */
  readonly more: boolean;
  /** YYYY-MM-DD where the district is. */
  readonly today: string;
}

/** Plans of the classes of a member of staff, those that started last first, each with what followed. */
export async function listOwnPlans(context: ServiceContext): Promise<OwnPlans> {
  const { actor } = context;
  const timeZone = (await findDistrict())?.timeZone ?? "UTC";
  const today = localDate(context.now, timeZone);
  if (actor.kind !== "staff") return { plans: [], more: false, today };
  const found = await listPlans(ownScope(actor), MOST_PLANS + 1);
  const plans = found.slice(0, MOST_PLANS).filter((plan) => can(actor, "plan.read", plan).allowed);
  if (plans.length === 0) return { plans: [], more: false, today };
  const classIds = [...new Set(plans.map(({ classId }) => classId))];
  const histories = await listClassHistories(classIds, historySince(plans, context.now));
  return {
    plans: plans.map((plan) => ({
      plan,
      followed: whatFollowed(plan, histories.get(plan.classId) ?? [], timeZone),
    })),
    more: found.length > MOST_PLANS,
    today,
  };
}
