"use server";

import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import type { Sheet } from "@/components/slips/sheet";
import { runAction } from "@/lib/server/run-action";
import { printSlips } from "@/lib/services/waves/print-slips";
import { replaceSlip } from "@/lib/services/waves/replace-slip";
import { drawSheet } from "./draw-sheet";

/** The answer with the sheet in it. The codes exist in this one response: nothing stores or logs them. */
export type SlipState = ActionState & { readonly sheet?: Sheet };

/**
 * Makes new slips for a class; unused older ones stop working. Not given the state before, unlike other
 * actions: it holds codes, and whatever a browser sends back may end up in a log on the way.
 */
export async function makeSlipsAction(form: FormData): Promise<SlipState> {
  let sheet: Sheet | undefined;
  const state = await runAction({
    form,
    schema: z.object({ waveId: z.uuid(), classId: z.string().min(1).max(500) }),
    service: printSlips,
    done: async (made) => {
      sheet = await drawSheet(made);
      return {
        status: "ok",
        message: "The slips are ready. Print them or save the PDF now: they are shown once.",
      };
    },
  });
  return sheet === undefined ? state : { ...state, sheet };
}

/** Makes one student's slip again, with roster sign-in. Not given the state before either. */
export async function replaceSlipAction(form: FormData): Promise<SlipState> {
  let sheet: Sheet | undefined;
  const state = await runAction({
    form,
    schema: z.object({
      waveId: z.uuid(),
      classId: z.string().min(1).max(500),
      personId: z.string().min(1).max(500),
    }),
    service: replaceSlip,
    done: async (made) => {
      sheet = await drawSheet(made);
      return { status: "ok", message: "The new slip is ready. Print it now: it is shown once." };
    },
  });
  return sheet === undefined ? state : { ...state, sheet };
}
