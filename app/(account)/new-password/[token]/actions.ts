"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { homeOf } from "@/app/(staff)/staff-navigation";
import type { ActionState } from "@/components/forms/action-state";
import { openSession } from "@/lib/server/open-session";
import { runAction } from "@/lib/server/run-action";
import { authSecret } from "@/lib/server/secrets";
import { resetPassword } from "@/lib/services/people/reset-password";

const schema = z.object({ token: z.string().max(100), password: z.string().max(300) });

export async function setNewPassword(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema,
    open: true,
    service: (context, input) => resetPassword(context, { ...input, secret: authSecret() }),
    done: async ({ accountId, name, role, sessionEpoch }) => {
      await openSession({ accountId, name, sessionEpoch });
      redirect(homeOf({ role }));
    },
  });
}
