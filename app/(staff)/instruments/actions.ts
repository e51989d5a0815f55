"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { composeForm } from "@/lib/services/instruments/compose-form";
import { importInstrument } from "@/lib/services/instruments/import-instrument";

const upload = z.object({ file: z.instanceof(File, { error: "Choose a file." }) });

const form = z.object({ title: z.string(), items: z.array(z.string()).max(100) });

/** Puts a form together and goes to its page. */
export async function composeFormAction(
  _before: ActionState,
  data: FormData,
): Promise<ActionState> {
  return runAction({
    form: data,
    schema: form,
    many: ["items"],
    service: composeForm,
    done: ({ key }) => redirect(`/instruments/${key}`),
  });
}

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
