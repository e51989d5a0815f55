"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { deleteRecording } from "@/lib/services/recordings/delete-recording";
import { saveRecording } from "@/lib/services/recordings/save-recording";

const spoken = z.object({
  instrument: z.string().max(200),
  itemId: z.string().max(100),
  language: z.string().max(20),
});

const upload = spoken.extend({ file: z.instanceof(File, { error: "Choose a file." }) });

/** Takes a recording of an item, in the place of the one before. */
export async function saveRecordingAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: upload,
    service: async (context, { file, ...item }) =>
      saveRecording(context, { ...item, file: new Uint8Array(await file.arrayBuffer()) }),
    done: shownAgain,
  });
}

export async function deleteRecordingAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({ form, schema: spoken, service: deleteRecording, done: shownAgain });
}

function shownAgain(): ActionState {
  revalidatePath("/instruments", "layout");
  return { status: "ok" };
}
