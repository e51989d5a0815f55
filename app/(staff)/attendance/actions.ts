"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { applyAttendance } from "@/lib/services/attendance/apply-attendance";
import { changeMapping, checkAttendance } from "@/lib/services/attendance/check-attendance";
import { applyCalendar } from "@/lib/services/attendance/import-calendar";
import { mappingForm } from "@/lib/services/attendance/stored-mapping";

const run = z.object({ runId: z.string() });

/** Reads the file to its end with the chosen columns; the page then shows what was understood. */
export async function checkAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: mappingForm,
    service: checkAttendance,
    done: (_nothing, { runId }) => redirect(`/attendance/${runId}`),
  });
}

export async function changeColumnsAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: run,
    service: (context, { runId }) => changeMapping(context, runId),
    done: (_nothing, { runId }) => redirect(`/attendance/${runId}`),
  });
}

export async function applyAttendanceAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: run,
    service: (context, { runId }) => applyAttendance(context, runId),
    done: (_summary, { runId }) => redirect(`/attendance?applied=${runId}`),
  });
}

export async function applyCalendarAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: run,
    service: (context, { runId }) => applyCalendar(context, runId),
    done: (_summary, { runId }) => redirect(`/attendance?applied=${runId}`),
  });
}
