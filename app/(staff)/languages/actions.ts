"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { reviewTranslation, withdrawReview } from "@/lib/services/translations/review-translation";

const language = z.object({ locale: z.string().max(20) });

/** Records that a language was read by somebody who speaks it. */
export async function reviewTranslationAction(
  _before: ActionState,
  data: FormData,
): Promise<ActionState> {
  return runAction({
    form: data,
    schema: language.extend({ reviewer: z.string().max(500) }),
    service: reviewTranslation,
    done: () => {
      revalidatePath("/languages");
      return { status: "ok", message: "Saved." };
    },
  });
}

/** Takes a review back. */
export async function withdrawReviewAction(
  _before: ActionState,
  data: FormData,
): Promise<ActionState> {
  return runAction({
    form: data,
    schema: language,
    service: withdrawReview,
    done: () => {
      revalidatePath("/languages");
      return { status: "ok", message: "Taken back." };
    },
  });
}
