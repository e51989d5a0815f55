import { inTransaction } from "@/lib/data/client";
import { finishImportRun, IMPORT_KINDS, type ImportKind } from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { findStagedRun } from "./find-staged-run";
import { removeStagedFile } from "./staged-file";

/** Throws a staged file away. Nothing of the district was changed by it, so nothing is to be undone. */
export async function discardImport(
  context: ServiceContext,
  runId: string,
): Promise<Result<{ kind: ImportKind }, "missing">> {
  const run = await findStagedRun(context, runId, IMPORT_KINDS);
  if (run === null) return failure("missing");
  const first = await inTransaction((tx) =>
    finishImportRun(tx, runId, { state: "discarded", at: context.now, summary: null }),
  );
  if (!first) return failure("missing");
  await removeStagedFile(run.stagedPath);
  return success({ kind: run.kind });
}
