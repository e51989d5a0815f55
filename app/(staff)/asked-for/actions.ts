"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { REQUEST_STATES } from "@/lib/help/adult-request";
import { runAction } from "@/lib/server/run-action";
import { handleAsked } from "@/lib/services/adults/handle-asked";

const move = z.object({
  id: z.uuid().toLowerCase(),
  to: z.enum(REQUEST_STATES, { error: "Choose what comes next." }),
  note: z.string().max(5000),
});

/** Moves a request on, with a note. */
export async function handleAskedAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: move,
    service: handleAsked,
    done: () => {
      // The count in the navigation, too.
      revalidatePath("/", "layout");
      return { status: "ok", message: "Saved." };
    },
  });
}
