import { findImportRun, type ImportKind, type ImportRunRow } from "@/lib/data/imports";
import type { ServiceContext } from "../context";
import { importerOf } from "./may-import";

export type StagedRun = ImportRunRow & { readonly stagedPath: string };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A run of one of these kinds that waits to be applied, for somebody who may apply it; else null. */
export async function findStagedRun(
  context: ServiceContext,
  runId: string,
  kinds: readonly ImportKind[],
): Promise<StagedRun | null> {
  if (!UUID.test(runId)) return null;
  const run = await findImportRun(runId);
  if (run === null || !kinds.includes(run.kind) || run.state !== "staged") return null;
  if (importerOf(context.actor, run.kind) === null || run.stagedPath === null) return null;
  return { ...run, stagedPath: run.stagedPath };
}
