import { inTransaction } from "@/lib/data/client";
import { deleteDimensions, listDimensions } from "@/lib/data/demographics";
import { listStagedRuns, lockImports } from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";
import { discardRuns } from "../imports/stage-upload";
import { recordEvent } from "../record-event";

/**
 * Deletes one demographic of every student, or all of them (null). Pulses that are planned or open keep the groups
 * they were planned with until they are sealed. With all of them go uploads that wait to be applied.
 */
export async function deleteDemographics(
  context: ServiceContext,
  dimension: string | null,
): Promise<Result<{ readonly deleted: readonly string[] }, "missing">> {
  if (importerOf(context.actor, "demographics") === null) return failure("missing");
  const outcome = await inTransaction(async (tx) => {
    await lockImports(tx);
    const deleted = (await listDimensions(tx))
      .map((row) => row.dimension)
      .filter((name) => dimension === null || name === dimension);
    if (deleted.length === 0) return failure("missing");
    const rows = await deleteDimensions(tx, dimension);
    await recordEvent(tx, context, {
      action: "demographics.deleted",
      subjectType: "district",
      subjectId: "1",
      detail: { demographics: deleted.join(", "), entries: rows },
    });
    return success({ deleted });
  });
  if (dimension === null) {
    await discardRuns(context.now, await listStagedRuns({ kind: "demographics" }));
  }
  return outcome;
}
