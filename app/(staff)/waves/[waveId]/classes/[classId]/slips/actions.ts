"use server";

import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { qrSvg } from "@/components/waves/qr-code";
import { formatCode } from "@/lib/ballots/wire/admission-code";
import { shortHash } from "@/lib/ballots/wire/short-hash";
import { environment } from "@/lib/server/environment";
import { runAction } from "@/lib/server/run-action";
import { printSlips, type SlipSheet } from "@/lib/services/waves/print-slips";
import type { Sheet } from "./sheet";

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
      return { status: "ok", message: "The slips are ready. Print them now: they are shown once." };
    },
  });
  return sheet === undefined ? state : { ...state, sheet };
}

async function drawSheet(made: SlipSheet): Promise<Sheet> {
  const { url } = environment();
  const slips = await Promise.all(
    made.slips.map(async ({ code, name }) => ({
      name,
      code: formatCode(code),
      qr: await qrSvg(`${url}/s/${made.joinCode}#seat=${code}&manifest=${made.manifestHash}`),
    })),
  );
  return {
    waveTitle: made.waveTitle,
    classTitle: made.classTitle,
    address: `${url.replace(/^https?:\/\//u, "")}/s`,
    joinCode: formatCode(made.joinCode),
    fingerprint: shortHash(made.manifestHash),
    slips,
    byName: made.byName,
  };
}
