"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { assignFlag } from "@/lib/services/flags/assign-flag";
import { setTeacherFirst } from "@/lib/services/flags/set-teacher-first";

const form = z.object({
  days: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, "Use a whole number.")
    .transform(Number),
});

/** Sets how long a new flag is the teacher's alone. */
export async function setTeacherFirstAction(
  _before: ActionState,
  data: FormData,
): Promise<ActionState> {
  return runAction({
    form: data,
    schema: form,
    service: setTeacherFirst,
    done: ({ days }) => {
      revalidatePath("/flags");
      const words = days === 1 ? "1 day" : `${String(days)} days`;
      return { status: "ok", message: `Saved: ${words}.` };
    },
  });
}

/** An account, or the empty choice: nobody. */
const account = z
  .string()
  .max(64)
  .transform((id) => (id === "" ? null : id));

const assignment = z.object({
  flagId: z.string(),
  from: account,
  to: account,
});

/** Takes a flag, gives it to a colleague, or gives it back. */
export async function assignFlagAction(_before: ActionState, data: FormData): Promise<ActionState> {
  return runAction({
    form: data,
    schema: assignment,
    service: assignFlag,
    done: ({ holderName }, { flagId }) => {
      revalidatePath("/flags");
      revalidatePath(`/flags/${flagId}`);
      return {
        status: "ok",
        message: holderName === null ? "Nobody has it now." : `${holderName} has it now.`,
      };
    },
  });
}
