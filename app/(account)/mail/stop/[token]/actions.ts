"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { authSecret } from "@/lib/server/secrets";
import { stopWeekly } from "@/lib/services/digest/stop-weekly";

const schema = z.object({ token: z.string().max(200) });

export async function stopWeeklyAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema,
    open: true,
    service: (_context, { token }) => stopWeekly(token, authSecret()),
    done: () => {
      revalidatePath("/mail/stop/[token]", "page");
      return { status: "ok", message: "Stopped. You get no weekly mail any more." };
    },
  });
}
