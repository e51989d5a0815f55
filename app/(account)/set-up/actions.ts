"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { openSession } from "@/lib/server/open-session";
import { runAction } from "@/lib/server/run-action";
import { createFirstAdministrator } from "@/lib/services/accounts/create-first-administrator";

const schema = z.object({
  setUpCode: z.string().max(100),
  districtName: z.string().max(200),
  timeZone: z.string().max(100),
  name: z.string().max(200),
  email: z.string().max(300),
  password: z.string().max(300),
});

export async function setUp(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema,
    open: true,
    service: createFirstAdministrator,
    done: async ({ accountId }, { name }) => {
      await openSession({ accountId, name: name.trim(), sessionEpoch: 0 });
      redirect("/overview");
    },
  });
}
