"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { homeOf } from "@/app/(staff)/staff-navigation";
import type { ActionState } from "@/components/forms/action-state";
import { openSession } from "@/lib/server/open-session";
import { runAction } from "@/lib/server/run-action";
import { acceptInvitation as accept } from "@/lib/services/people/accept-invitation";

const schema = z.object({ token: z.string().max(100), password: z.string().max(300) });

export async function acceptInvitation(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema,
    open: true,
    service: accept,
    done: async ({ accountId, name, role }) => {
      await openSession({ accountId, name, sessionEpoch: 0 });
      redirect(homeOf({ role }));
    },
  });
}
