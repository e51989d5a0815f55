"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { importInstrument } from "@/lib/services/instruments/import-instrument";

const upload = z.object({ file: z.instanceof(File, { error: "Choose a file." }) });

/** Brings in an instrument and goes to its page. */
export async function importInstrumentAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: upload,
    service: async (context, { file }) =>
      importInstrument(context, new Uint8Array(await file.arrayBuffer())),
    done: ({ key }) => redirect(`/instruments/${key}`),
  });
}
