"use server";

import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { openSession } from "@/lib/server/open-session";
import { runAction } from "@/lib/server/run-action";
import { authSecret } from "@/lib/server/secrets";
import { changePassword } from "@/lib/services/accounts/change-password";

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
