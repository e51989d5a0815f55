"use server";

import { revalidatePath } from "next/cache";
import { after } from "next/server";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { wakeJobs } from "@/lib/server/jobs/start-jobs";
import { log } from "@/lib/server/log";
import { runAction } from "@/lib/server/run-action";
import { confirmShare } from "@/lib/services/trustees/confirm-share";
import { showShare } from "@/lib/services/trustees/show-share";
import { takeShare } from "@/lib/services/trustees/take-share";

const target = z.object({ waveId: z.uuid() });
/** However it is grouped; far longer than any code. */
const typed = target.extend({ code: z.string().max(400, "This is longer than any code.") });

/** The clock looks now, after the answer has been sent: a pulse may open, or be sealed, at once. */
function wakeAfterwards(): void {
  after(async () => {
    await wakeJobs().catch((error: unknown) => {
      log.error({ err: error }, "wave clock");
    });
  });
}

/** On success `values.code` holds the trustee's code: the page shows it, and nothing keeps it. */
export async function showShareAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: target,
    service: (context, { waveId }) => showShare(context, waveId),
    done: ({ code }) => ({ status: "ok", values: { code } }),
  });
}

/** The trustee has typed the code from their copy: the server forgets it. */
export async function takeShareAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: typed,
    service: takeShare,
    done: (_taken, { waveId }) => {
      wakeAfterwards();
      revalidatePath(`/trustee/${waveId}`);
      return { status: "ok", message: "Your copy is right. The server has forgotten the code." };
    },
  });
}

/** The trustee gives their code back, and with it their word that the pulse may be opened. */
export async function confirmShareAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: typed,
    service: confirmShare,
    done: (_confirmed, { waveId }) => {
      wakeAfterwards();
      revalidatePath(`/trustee/${waveId}`);
      return { status: "ok", message: "Thank you. Your code is right." };
    },
  });
}
