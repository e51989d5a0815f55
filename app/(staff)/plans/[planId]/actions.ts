"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { changePlan, type PlanChange } from "@/lib/services/plans/change-plan";

const planId = z.string();
const stepSchema = z.object({
  planId,
  position: z.coerce.number().int().min(0),
  doneOn: z.string(),
});
const noteSchema = z.object({ planId, note: z.string() });
const endSchema = z.object({
  planId,
  state: z.enum(["finished", "stopped"], { error: "Choose how it ends." }),
  reason: z.string(),
});

/** One of the three changes, with what the form says once it is made. */
async function change<Input extends { planId: string }>(
  form: FormData,
  schema: z.ZodType<Input>,
  changeOf: (input: Input) => PlanChange,
  message: string,
): Promise<ActionState> {
  return runAction({
    form,
    schema,
    service: (context, input) =>
      changePlan(context, { planId: input.planId, change: changeOf(input) }),
    done: (output) => {
      revalidatePath(`/plans/${output.planId}`);
      return { status: "ok", message };
    },
  });
}

/** Marks a step as done. */
export async function markStepAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return change(
    form,
    stepSchema,
    ({ position, doneOn }) => ({ kind: "step", position, doneOn }),
    "The step is marked as done.",
  );
}

/** Writes the note anew. */
export async function writeNoteAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return change(form, noteSchema, ({ note }) => ({ kind: "note", note }), "The note is saved.");
}

/** Finishes or stops the plan. */
export async function endPlanAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return change(
    form,
    endSchema,
    ({ state, reason }) => ({ kind: "end", state, reason }),
    "The plan is over.",
  );
}
