"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { setUpPath } from "@/lib/access/set-up-code";
import { closeSession } from "@/lib/server/open-session";
import { runAction } from "@/lib/server/run-action";
import { authSecret } from "@/lib/server/secrets";
import { startForReal } from "@/lib/services/accounts/start-for-real";

export async function replaceDemonstration(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({}),
    service: startForReal,
    done: async () => {
      await closeSession();
      redirect(setUpPath(authSecret()));
    },
  });
}
