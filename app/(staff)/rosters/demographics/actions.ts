"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { applyDemographics } from "@/lib/services/demographics/apply-demographics";
import { chooseColumns, chooseColumnsAgain } from "@/lib/services/demographics/choose-columns";
import { deleteDemographics } from "@/lib/services/demographics/delete-demographics";
import { demographicsForm } from "@/lib/services/demographics/stored-mapping";

const run = z.object({ runId: z.string() });

/** Reads the file to its end with the chosen columns; the page then shows what was understood. */
export async function chooseColumnsAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: demographicsForm,
    service: chooseColumns,
    done: (_nothing, { runId }) => redirect(`/rosters/demographics/${runId}`),
  });
}

export async function chooseColumnsAgainAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: run,
    service: (context, { runId }) => chooseColumnsAgain(context, runId),
    done: (_nothing, { runId }) => redirect(`/rosters/demographics/${runId}`),
  });
}

export async function applyDemographicsAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: run,
    service: (context, { runId }) => applyDemographics(context, runId),
    done: (_summary, { runId }) => redirect(`/rosters/demographics?applied=${runId}`),
  });
}

/** Deletes one demographic, or, if that is said, all of them. */
export async function deleteDemographicsAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.union([z.object({ dimension: z.string() }), z.object({ all: z.literal("yes") })]),
    service: (context, what) =>
      deleteDemographics(context, "dimension" in what ? what.dimension : null),
    done: () => redirect("/rosters/demographics?deleted=1"),
  });
}
