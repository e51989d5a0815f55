"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { ActionState } from "@/components/forms/action-state";
import { runAction } from "@/lib/server/run-action";
import { deleteCohort } from "@/lib/services/cohorts/delete-cohort";
import { renameCohort } from "@/lib/services/cohorts/rename-cohort";
import { cohortName, MOST_CLASSES, saveCohort } from "@/lib/services/cohorts/save-cohort";

const id = z.uuid().toLowerCase();

export async function saveCohortAction(_before: ActionState, form: FormData): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({
      name: cohortName,
      classIds: z.array(z.string().max(300)).max(MOST_CLASSES, "That is more than a set can hold."),
    }),
    many: ["classIds"],
    service: saveCohort,
    done: ({ id: saved }) => redirect(`/cohorts/${saved}`),
  });
}

export async function renameCohortAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ id, name: cohortName }),
    service: renameCohort,
    done: (_none, input) => {
      revalidatePath(`/cohorts/${input.id}`);
      return { status: "ok" };
    },
  });
}

export async function deleteCohortAction(
  _before: ActionState,
  form: FormData,
): Promise<ActionState> {
  return runAction({
    form,
    schema: z.object({ id }),
    service: deleteCohort,
    done: () => redirect("/cohorts"),
  });
}
