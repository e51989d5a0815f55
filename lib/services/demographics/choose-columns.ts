import { saveImportCheck } from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import type { ServiceContext } from "../context";
import { findStagedRun } from "../imports/find-staged-run";
import { readStagedFile, StagedFileChanged } from "../imports/staged-file";
import { readAgainstRoster } from "./read-staged";

/** Marks a run whose columns are chosen: its page shows what was understood. */
const CHOSEN = { chosen: true } as const;

/** Reads a staged file to its end with these columns and keeps the choice. Writes no demographic. */
export async function chooseColumns(
  context: ServiceContext,
  input: { readonly runId: string; readonly mapping: DemographicsMapping },
): Promise<Result<null, "missing" | "file-changed" | "invalid">> {
  const run = await findStagedRun(context, input.runId, ["demographics"]);
  if (run === null) return failure("missing");
  try {
    const source = readStagedFile(run.stagedPath, run.sha256);
    const reading = await readAgainstRoster(source, input.mapping);
    if (!reading.ok) return failure("invalid", { fields: reading.problems });
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
  const kept = await saveImportCheck(run.id, { mapping: input.mapping, summary: CHOSEN });
  return kept ? success(null) : failure("missing");
}

/** Opens the page with the columns again. */
export async function chooseColumnsAgain(
  context: ServiceContext,
  runId: string,
): Promise<Result<null, "missing">> {
  const run = await findStagedRun(context, runId, ["demographics"]);
  if (run === null) return failure("missing");
  const mapping = typeof run.mapping === "object" ? run.mapping : null;
  const kept = await saveImportCheck(runId, { mapping, summary: null });
  return kept ? success(null) : failure("missing");
}
