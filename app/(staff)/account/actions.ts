"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { openSession } from "@/lib/server/open-session";
import { runAction } from "@/lib/server/run-action";
import { authSecret } from "@/lib/server/secrets";
import { changePassword } from "@/lib/services/accounts/change-password";
import { chooseWeekly } from "@/lib/services/digest/choose-weekly";

const schema = z.object({
  currentPassword: z.string().max(300),
  newPassword: z.string().max(300),
});

export async function changeOwnPassword(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema,
    service: (context, input) => changePassword(context, { ...input, secret: authSecret() }),
    done: async (account) => {
      await openSession(account);
      return {
        status: "ok",
        message: "Your password is changed. Everywhere else you are signed out now.",
      };
    },
  });
}

const weeklySchema = z.object({ weekly: z.literal("on").optional() });

export async function chooseWeeklyAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: weeklySchema,
    service: (context, { weekly }) => chooseWeekly(context, { weekly: weekly === "on" }),
    done: ({ weekly }) => {
      revalidatePath("/account");
      return {
        status: "ok",
        message: weekly ? "You get the weekly mail." : "You get no weekly mail any more.",
      };
    },
  });
}
