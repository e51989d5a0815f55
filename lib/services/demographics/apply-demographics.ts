import { failure, type Result, success } from "@/lib/result";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import { localFile } from "../attendance/local-file";
import type { ServiceContext } from "../context";
import { findStagedRun } from "../imports/find-staged-run";
import { AlreadyFinished } from "../imports/finish-import";
import { sourceOfRun } from "../imports/import-source";
import { importerOf } from "../imports/may-import";
import { readStagedFile, removeStagedFile, StagedFileChanged } from "../imports/staged-file";
import { storedMapping } from "./stored-mapping";
import { type DemographicsSummary, writeDemographics } from "./write-demographics";

type Refusal = "demographics-problems" | "nothing-usable";

/** Applies a staged file with the columns that were chosen, and removes the file afterwards. */
export async function applyDemographics(
  context: ServiceContext,
  runId: string,
): Promise<Result<DemographicsSummary, "missing" | "file-changed" | Refusal>> {
  const run = await findStagedRun(context, runId, ["demographics"]);
  const mapping = storedMapping(run?.mapping);
  if (run === null || mapping === null) return failure("missing");
  const open = () => readStagedFile(run.stagedPath, run.sha256);
  try {
    const outcome = await writeDemographics(context, { ...sourceOfRun(run), open }, mapping);
    if (!outcome.ok) {
      return failure(outcome.problems === null ? "nothing-usable" : "demographics-problems");
    }
    await removeStagedFile(run.stagedPath);
    return success(outcome.summary);
  } catch (error) {
    if (error instanceof AlreadyFinished) return failure("missing");
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

/** The same from a file on this machine, without staging: for the demo district. A missing file throws. */
export async function applyDemographicsFile(
  context: ServiceContext,
  path: string,
  mapping: DemographicsMapping,
): Promise<Result<DemographicsSummary, "forbidden" | Refusal>> {
  if (importerOf(context.actor, "demographics") === null) return failure("forbidden");
  const outcome = await writeDemographics(context, await localFile(path), mapping);
  if (outcome.ok) return success(outcome.summary);
  return failure(outcome.problems === null ? "nothing-usable" : "demographics-problems");
}
