"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import type { ActionState } from "@/components/forms/action-state";
import { wakeJobs } from "@/lib/server/jobs/start-jobs";
import { log } from "@/lib/server/log";
import { runAction } from "@/lib/server/run-action";
import { scheduleWave } from "@/lib/services/waves/schedule-wave";
import { scheduleForm } from "@/lib/services/waves/schedule-form";

/** Schedules a pulse and goes to its page. */
export async function scheduleWaveAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: scheduleForm,
    many: ["classes", "dimensions"],
    service: scheduleWave,
    done: ({ waveId, prepared }) => {
      if (!prepared) {
        // Its keys are made after the answer has been sent.
        after(async () => {
          await wakeJobs().catch((error: unknown) => {
            log.error({ err: error }, "wave clock");
          });
        });
      }
      redirect(`/waves/${waveId}`);
    },
  });
}
