import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import type { AuditAction } from "@/lib/audit/event";
import { inTransaction, type Tx } from "@/lib/data/client";
import {
  findPlanForUpdate,
  type PlanRow,
  savePlanEnd,
  savePlanNote,
  saveStepDone,
} from "@/lib/data/plans";
import { endPlan, markStep, writeNote } from "@/lib/plans/plan";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { recordEvent } from "../record-event";

export type PlanChange =
  | { readonly kind: "step"; readonly position: number; readonly doneOn: string }
  | { readonly kind: "note"; readonly note: string }
  | { readonly kind: "end"; readonly state: "finished" | "stopped"; readonly reason: string };

type Outcome = Result<
  { readonly planId: string },
  "missing" | "invalid" | "plan-over" | "step-done"
>;

const ACTIONS: Readonly<Record<PlanChange["kind"], AuditAction>> = {
  step: "plan.step-done",
  note: "plan.note-changed",
  end: "plan.ended",
};

/**
 * Marks a step, writes the note or ends a plan: teachers of the class and their administrators. Notes and reasons are
 * not repeated in the audit log.
 */
export async function changePlan(
  context: ServiceContext,
  { planId, change }: { readonly planId: string; readonly change: PlanChange },
): Promise<Outcome> {
  const { actor } = context;
  if (actor.kind !== "staff") return failure("missing");
  return inTransaction(async (tx) => {
    const plan = await findPlanForUpdate(planId, tx);
    if (plan === null || !can(actor, "plan.write", plan).allowed) return failure("missing");
    const today = await districtDay(context, tx);
    const refused = await apply(tx, { plan, change, today, actor });
    if (refused !== null) return failure(refused.code, { fields: refused.fields });
    await recordEvent(tx, context, {
      action: ACTIONS[change.kind],
      subjectType: "plan",
      subjectId: planId,
      detail: {
        classId: plan.classId,
        title: plan.title,
        ...(change.kind === "step" ? { step: change.position + 1 } : {}),
        ...(change.kind === "end" ? { to: change.state } : {}),
      },
    });
    return success({ planId });
  });
}

/** Decides and writes; null when it was done, else why not. */
async function apply(
  tx: Tx,
  given: { plan: PlanRow; change: PlanChange; today: string; actor: StaffActor },
) {
  const { plan, change, today, actor } = given;
  const { accountId } = actor;
  if (change.kind === "step") {
    const moved = markStep(plan, { ...change, doneBy: actor.name }, today);
    if (!moved.ok) return moved;
    await saveStepDone(tx, { ...change, planId: plan.id, accountId });
    return null;
  }
  if (change.kind === "note") {
    const moved = writeNote(plan, change.note);
    if (!moved.ok) return moved;
    await savePlanNote(tx, plan.id, moved.plan.note);
    return null;
  }
  const moved = endPlan(plan, change, today);
  if (!moved.ok) return moved;
  const { id, state, endReason } = moved.plan;
  await savePlanEnd(tx, { id, state, endReason, endedOn: today, accountId });
  return null;
}
