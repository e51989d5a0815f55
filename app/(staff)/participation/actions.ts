"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { applyParticipation } from "@/lib/services/participation/apply-participation";
import { chooseConsent } from "@/lib/services/participation/choose-consent";
import { enterChoice } from "@/lib/services/participation/enter-choice";
import { findStudentsByName, type FoundStudents } from "@/lib/services/participation/find-students";
import { CHOICES, type Choice, CONSENTS } from "@/lib/waves/consent";
import { CONSENT_WORDS } from "./choice-words";

const choice = z
  .enum([...CHOICES, "none"])
  .transform((value): Choice | null => (value === "none" ? null : value));

/** Sets how families consent. */
export async function chooseConsentAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ consent: z.enum(CONSENTS) }),
    service: chooseConsent,
    done: ({ consent }) => {
      revalidatePath("/participation");
      return { status: "ok", message: `Saved. ${CONSENT_WORDS[consent]}` };
    },
  });
}

export type SearchState = ActionState & { readonly found?: FoundStudents };

/**
 * Looks students up. An action, though it only reads: a name in an address would stand in the logs of every proxy on
 * the way and in the browser's history.
 */
export async function findStudentsAction(
  _before: SearchState,
  form: FormData,
): Promise<SearchState> {
  let found: FoundStudents | undefined;
  const state = await runAction({
    form,
    schema: z.object({ name: z.string().max(200), choice }),
    service: findStudentsByName,
    done: (students) => {
      found = students;
      return { status: "ok" };
    },
  });
  return found === undefined ? state : { ...state, found };
}

export type EntryState = ActionState & { readonly choice?: Choice | null };

/** Enters what a family chose. */
export async function enterChoiceAction(_before: EntryState, form: FormData): Promise<EntryState> {
  let entered: Choice | null | undefined;
  const state = await runAction({
    form,
    schema: z.object({ personId: z.string().min(1).max(500), choice }),
    service: enterChoice,
    done: (outcome) => {
      entered = outcome.choice;
      revalidatePath("/participation");
      return { status: "ok" };
    },
  });
  return entered === undefined ? state : { ...state, choice: entered };
}

/** Writes a staged file of choices. */
export async function applyParticipationAction(
  _previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ runId: z.string() }),
    service: (context, { runId }) => applyParticipation(context, runId),
    done: (_summary, { runId }) => redirect(`/participation?applied=${runId}`),
  });
}
