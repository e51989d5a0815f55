import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findStudent } from "@/lib/data/participation";
import { failure, type Result, success } from "@/lib/result";
import type { Choice } from "@/lib/waves/consent";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { recordChoices } from "./record-choices";

/**
 * Enters what a family chose for a student, or takes it back (null). Counts from the next wave on whose keys are made
 * afterwards; an unused slip with the student's name is worth nothing at once.
 */
export async function enterChoice(
  context: ServiceContext,
  entry: { readonly personId: string; readonly choice: Choice | null },
): Promise<Result<{ readonly name: string; readonly choice: Choice | null }, "missing">> {
  const { personId, choice } = entry;
  return inTransaction(async (tx) => {
    const student = await findStudent(personId, tx);
    if (student === null) return failure("missing");
    if (!can(context.actor, "participation.enter", student).allowed) return failure("missing");
    const { name } = student;
    if (student.choice === choice) return success({ name, choice });
    await recordChoices(tx, context, [{ personId, choice }]);
    await recordEvent(tx, context, {
      action: "participation.entered",
      subjectType: "person",
      subjectId: personId,
      detail: { from: student.choice ?? "none", to: choice ?? "none" },
    });
    return success({ name, choice });
  });
}
