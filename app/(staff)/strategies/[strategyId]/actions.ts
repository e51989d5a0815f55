"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { startPlan } from "@/lib/services/plans/start-plan";

const schema = z.object({
  strategyId: z.string(),
  classId: z.string().min(1, { error: "Choose a class." }),
  startOn: z.string(),
  lookAgainOn: z.string(),
  note: z.string().default(""),
});

/** Starts a plan and goes to it. */
export async function startPlanAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema,
    service: startPlan,
    done: ({ planId }) => redirect(`/plans/${planId}`),
  });
}
