import { can } from "@/lib/access/can";
import { findClass } from "@/lib/data/classes";
import { inTransaction } from "@/lib/data/client";
import { createPlan } from "@/lib/data/plans";
import { strategyOf } from "@/lib/plans/catalogue";
import { startPlan as decide } from "@/lib/plans/plan";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { recordEvent } from "../record-event";

export interface StartPlan {
  readonly strategyId: string;
  readonly classId: string;
  /** Days, YYYY-MM-DD, where the district is. */
  readonly startOn: string;
  readonly lookAgainOn: string;
  readonly note: string;
}

/** Starts a strategy as a plan of a class: its teachers and their administrators. Gives the plan's id. */
export async function startPlan(
  context: ServiceContext,
  { strategyId, classId, ...input }: StartPlan,
): Promise<Result<{ planId: string }, "missing" | "invalid" | "plan-running">> {
  const { actor } = context;
  const found = await findClass(classId);
  if (actor.kind !== "staff" || found === null) return failure("missing");
  const ref = { classId: found.id, schoolId: found.schoolId };
  if (!can(actor, "plan.write", ref).allowed) return failure("missing");
  const strategy = strategyOf(strategyId);
  if (strategy === undefined) return failure("missing");
  return inTransaction(async (tx) => {
    const today = await districtDay(context, tx);
    const id = context.randomUuid();
    const outcome = decide(strategy, { ...input, id, classId }, { now: context.now, today });
    if (!outcome.ok) return failure(outcome.code, { fields: outcome.fields });
    if (!(await createPlan(tx, outcome.plan, actor.accountId))) return failure("plan-running");
    await recordEvent(tx, context, {
      action: "plan.started",
      subjectType: "plan",
      subjectId: id,
      detail: { classId, title: strategy.title, startOn: input.startOn },
    });
    return success({ planId: id });
  });
}
