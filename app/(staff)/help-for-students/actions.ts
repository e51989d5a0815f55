"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { helpLineSchema } from "@/lib/help/help-line";
import { runAction } from "@/lib/server/run-action";
import { nameReceiver } from "@/lib/services/adults/name-receiver";
import { removeReceiver } from "@/lib/services/adults/remove-receiver";
import { deleteHelpLine } from "@/lib/services/help/delete-help-line";
import { moveHelpLineUp } from "@/lib/services/help/move-help-line";
import { saveHelpLine } from "@/lib/services/help/save-help-line";

const oneLine = z.object({ id: z.uuid().toLowerCase() });
const id = z
  .union([z.literal(""), z.uuid().toLowerCase()])
  .transform((text) => (text === "" ? null : text));

function saved(): ActionState {
  revalidatePath("/help-for-students");
  return { status: "ok" };
}

/** Adds a line, or changes the one whose id the form names. */
export async function saveLineAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: helpLineSchema.and(z.object({ id })),
    service: (context, { id: lineId, ...line }) => saveHelpLine(context, { id: lineId, line }),
    done: saved,
  });
}

export async function deleteLineAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({ form, schema: oneLine, service: deleteHelpLine, done: saved });
}

export async function moveLineAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({ form, schema: oneLine, service: moveHelpLineUp, done: saved });
}

const receiver = z.object({
  accountId: z.uuid({ error: "Choose a colleague." }).toLowerCase(),
  shownAs: z.string().max(300),
  reach: z.enum(["all", "some"], { error: "Choose for which schools." }),
  schoolIds: z.array(z.string().max(300)).max(1000),
});

export async function nameReceiverAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: receiver,
    many: ["schoolIds"],
    service: (context, { reach, schoolIds, ...named }) =>
      nameReceiver(context, { ...named, schoolIds: reach === "all" ? null : schoolIds }),
    // Whoever is named finds a new place in the navigation.
    done: () => {
      revalidatePath("/", "layout");
      return { status: "ok" };
    },
  });
}

export async function removeReceiverAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ accountId: z.uuid().toLowerCase() }),
    service: removeReceiver,
    done: () => {
      revalidatePath("/", "layout");
      return { status: "ok" };
    },
  });
}
