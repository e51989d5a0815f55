import { z } from "zod";
import { can } from "@/lib/access/can";
import { listClasses } from "@/lib/data/classes";
import { createCohort } from "@/lib/data/cohorts";
import { inTransaction } from "@/lib/data/client";
import { LEAST_CLASSES_SHOWN } from "@/lib/insight/cohort-figure";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** As the database has it too. */
export const MOST_CLASSES = 2000;

/** What a set of classes may be called. */
export const cohortName = z
  .string()
  .trim()
  .min(1, "Give the set a name.")
  .max(80, "At most 80 characters.");

/**
 * Keeps classes under a name, as they are now: classes that come later are not in it. A class that is not there, or
 * not theirs, refuses the whole set without saying which it was.
 */
export async function saveCohort(
  context: ServiceContext,
  { name, classIds }: { readonly name: string; readonly classIds: readonly string[] },
): Promise<Result<{ id: string }, "forbidden" | "invalid">> {
  const { actor } = context;
  if (!can(actor, "cohort.compare", undefined).allowed) return failure("forbidden");
  const ids = [...new Set(classIds)];
  const refused = (words: string) => failure("invalid", { fields: { classIds: words } });
  if (ids.length < LEAST_CLASSES_SHOWN) {
    return refused(
      `Choose at least ${String(LEAST_CLASSES_SHOWN)} classes: fewer are looked at on their own pages.`,
    );
  }
  if (ids.length > MOST_CLASSES) {
    return refused(`A set holds at most ${MOST_CLASSES.toLocaleString("en")} classes.`);
  }
  const classes = await listClasses({ ids });
  const refs = classes.map(({ id, schoolId }) => ({ classId: id, schoolId }));
  if (classes.length < ids.length || !can(actor, "cohort.save", { classes: refs }).allowed) {
    return refused("Some of these classes are not on the roster any more, or are not yours.");
  }
  const id = context.randomUuid();
  const schoolIds = [...new Set(classes.map(({ schoolId }) => schoolId))];
  await inTransaction(async (tx) => {
    await createCohort(tx, {
      ...{ id, name, classIds: ids, schoolIds },
      savedAt: context.now,
      savedBy: actor.kind === "staff" ? actor.accountId : null,
    });
    await recordEvent(tx, context, {
      action: "cohort.saved",
      subjectType: "cohort",
      subjectId: id,
      detail: { name, classes: ids.length },
    });
  });
  return success({ id });
}
