"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { ROLES } from "@/lib/access/actor";
import { environment } from "@/lib/server/environment";
import { runAction } from "@/lib/server/run-action";
import { disableAccount } from "@/lib/services/people/disable-account";
import { inviteColleague } from "@/lib/services/people/invite-colleague";

const invitation = z.object({
  role: z.enum(ROLES, { error: "Choose a role." }),
  name: z.string().max(200),
  email: z.string().max(300),
  personId: z
    .string()
    .max(300)
    .transform((text) => (text === "" ? null : text))
    .nullable()
    .default(null),
  schoolIds: z.array(z.string().max(300)).max(1000),
});

/** On success `values.link` holds the link: the page shows it this once. */
export async function invite(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: invitation,
    many: ["schoolIds"],
    service: inviteColleague,
    done: ({ token }, { name }) => {
      revalidatePath("/people");
      const link = `${environment().url}/invitation/${token}`;
      return { status: "ok", values: { link, name: name.trim() } };
    },
  });
}

export async function disable(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ accountId: z.uuid() }),
    service: (context, { accountId }) => disableAccount(context, accountId.toLowerCase()),
    done: () => {
      // The list and the page of the account.
      revalidatePath("/people", "layout");
      return { status: "ok", message: "The account is disabled and signed out everywhere." };
    },
  });
}
