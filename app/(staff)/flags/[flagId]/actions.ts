"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { changeFlag } from "@/lib/services/flags/change-flag";

const schema = z.object({
  flagId: z.string(),
  to: z.enum(["seen", "acting", "closed", "note"], { error: "Choose the next step." }),
  note: z.string().max(1000, { error: "Keep the note under 1,000 characters." }).default(""),
});

/** Moves a flag on or adds a note to it. */
export async function changeFlagAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema,
    service: changeFlag,
    done: (_output, { flagId, to }) => {
      revalidatePath(`/flags/${flagId}`);
      return {
        status: "ok",
        message: to === "note" ? "The note was added." : "Saved. Thank you for looking into it.",
      };
    },
  });
}
