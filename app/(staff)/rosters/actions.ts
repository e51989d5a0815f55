"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { discardImport } from "@/lib/services/imports/discard-import";
import { applyRoster } from "@/lib/services/rosters/apply-roster";

export async function applyRosterAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z
      .object({ runId: z.string(), confirmLeaving: z.string().optional() })
      .transform(({ runId, confirmLeaving }) => ({
        runId,
        confirmLeaving: confirmLeaving !== undefined,
      })),
    service: applyRoster,
    done: (_summary, { runId }) => redirect(`/rosters?applied=${runId}`),
  });
}

/** Where an upload of each kind began. */
const HOME_OF = {
  roster: "/rosters",
  demographics: "/rosters/demographics",
  attendance: "/attendance",
  calendar: "/attendance",
  participation: "/participation",
} as const;

/** Throws a staged file away, whatever its kind. */
export async function discardAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ runId: z.string() }),
    service: (context, { runId }) => discardImport(context, runId),
    done: ({ kind }) => redirect(HOME_OF[kind]),
  });
}
