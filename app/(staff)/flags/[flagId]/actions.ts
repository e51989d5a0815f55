"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { answerFlag } from "@/lib/services/flags/answer-flag";
import { changeFlag } from "@/lib/services/flags/change-flag";
import { closeFlag } from "@/lib/services/flags/close-flag";
import { snoozeFlag } from "@/lib/services/flags/snooze-flag";
import { wakeFlag } from "@/lib/services/flags/wake-flag";

const note = z.string().max(1000, { error: "Keep the note under 1,000 characters." });

const change = z.object({
  flagId: z.string(),
  to: z.enum(["seen", "acting", "note"], { error: "Choose the next step." }),
  note: note.default(""),
});

/** Moves a flag on or adds a note to it. */
export async function changeFlagAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: change,
    service: changeFlag,
    done: (_output, { flagId, to }) =>
      done(flagId, to === "note" ? "The note was added." : "Saved. Thank you for looking into it."),
  });
}

const closing = z.object({ flagId: z.string(), outcome: z.string().default(""), found: note });

/** Closes a flag with what it turned out to be. */
export async function closeFlagAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: closing,
    service: closeFlag,
    done: (_output, { flagId }) =>
      done(flagId, "The flag is closed. Thank you for looking into it."),
  });
}

const snooze = z.object({ flagId: z.string(), until: z.string().max(10), reason: z.string() });

/** Lets a flag rest until a date. */
export async function snoozeFlagAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: snooze,
    service: snoozeFlag,
    done: (_output, { flagId }) => done(flagId, "The flag rests until then."),
  });
}

/** Brings a resting flag back. */
export async function wakeFlagAction(_previous: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ flagId: z.string() }),
    service: wakeFlag,
    done: (_output, { flagId }) => done(flagId, "The flag is back."),
  });
}

const answer = z.object({
  flagId: z.string(),
  answer: z.string().default(""),
  words: z.string().default(""),
});

/** Stores a teacher's answer to a flag. */
export async function answerFlagAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: answer,
    service: answerFlag,
    done: (_output, { flagId }) => done(flagId, "Thank you. Your answer stands beside the flag."),
  });
}

function done(flagId: string, message: string): ActionState {
  revalidatePath(`/flags/${flagId}`);
  revalidatePath("/flags");
  return { status: "ok", message };
}
