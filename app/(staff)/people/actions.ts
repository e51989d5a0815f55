"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { ROLES } from "@/lib/access/actor";
import { environment } from "@/lib/server/environment";
import { runAction } from "@/lib/server/run-action";
import { createResetLink } from "@/lib/services/people/create-reset-link";
import { disableAccount } from "@/lib/services/people/disable-account";
import { enableAccount } from "@/lib/services/people/enable-account";
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

const oneAccount = z.object({ accountId: z.uuid().toLowerCase() });

export async function disable(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: oneAccount,
    service: (context, { accountId }) => disableAccount(context, accountId),
    done: () => {
      // The list and the page of the account.
      revalidatePath("/people", "layout");
      return { status: "ok", message: "The account is disabled and signed out everywhere." };
    },
  });
}

export async function enable(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: oneAccount,
    service: (context, { accountId }) => enableAccount(context, accountId),
    done: () => {
      revalidatePath("/people", "layout");
      return { status: "ok", message: "The account is enabled. They sign in as before." };
    },
  });
}

/** On success `values.link` holds the link: the page shows it this once. */
export async function makeResetLink(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: oneAccount,
    service: (context, { accountId }) => createResetLink(context, accountId),
    done: ({ token, name }) => ({
      status: "ok",
      values: { link: `${environment().url}/new-password/${token}`, name },
    }),
  });
}
