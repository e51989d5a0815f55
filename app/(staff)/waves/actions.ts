"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { wakeJobs } from "@/lib/server/jobs/start-jobs";
import { log } from "@/lib/server/log";
import { runAction } from "@/lib/server/run-action";
import { callOffWave } from "@/lib/services/waves/call-off-wave";
import { closeWave } from "@/lib/services/waves/close-wave";
import { destroyUnopened } from "@/lib/services/waves/destroy-unopened";
import { openWave } from "@/lib/services/waves/open-wave";

const target = z.object({ waveId: z.uuid() });

/** Lets the clock look now, after the answer has been sent: sealing and making keys take a while. */
function wakeAfterwards(): void {
  after(async () => {
    await wakeJobs().catch((error: unknown) => {
      log.error({ err: error }, "wave clock");
    });
  });
}

/** Opens a scheduled pulse before its time. */
export async function openWaveAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: target,
    service: (context, { waveId }) => openWave(context, waveId),
    done: (_opened, { waveId }) => {
      revalidatePath(`/waves/${waveId}`);
      return { status: "ok", message: "The pulse is open. Students can answer now." };
    },
  });
}

/** Closes an open pulse for good. */
export async function closeWaveAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: target,
    service: (context, { waveId }) => closeWave(context, waveId),
    done: (_closed, { waveId }) => {
      wakeAfterwards();
      revalidatePath(`/waves/${waveId}`);
      return { status: "ok", message: "The pulse is closed. Results follow in a moment." };
    },
  });
}

/** Removes a pulse that has not opened. */
export async function callOffWaveAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: target,
    service: (context, { waveId }) => callOffWave(context, waveId),
    done: () => redirect("/waves"),
  });
}

/** Gives up a closed pulse that cannot be opened. */
export async function destroyUnopenedAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: target,
    service: (context, { waveId }) => destroyUnopened(context, waveId),
    done: (_destroyed, { waveId }) => {
      revalidatePath(`/waves/${waveId}`);
      return { status: "ok", message: "The pulse is destroyed, unopened." };
    },
  });
}
