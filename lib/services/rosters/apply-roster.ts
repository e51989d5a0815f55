import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { findStagedRun } from "../imports/find-staged-run";
import { AlreadyFinished } from "../imports/finish-import";
import { sourceOfRun } from "../imports/import-source";
import { removeStagedFile, StagedFileChanged } from "../imports/staged-file";
import { readStagedRoster } from "./staged-roster";
import { type RosterSummary, writeRoster } from "./write-roster";

/**
 * Applies a staged roster: reads the file once more, checks that it is the one that was uploaded, and
 * writes the difference to the roster as it is now. `confirmLeaving` says that somebody has seen how
 * many students leave. The file is removed afterwards.
 */
export async function applyRoster(
  context: ServiceContext,
  input: { readonly runId: string; readonly confirmLeaving: boolean },
): Promise<
  Result<RosterSummary, "missing" | "file-changed" | "roster-problems" | "confirm-leaving">
> {
  const run = await findStagedRun(context, input.runId, ["roster"]);
  if (run === null) return failure("missing");
  try {
    const files = await readStagedRoster(run);
    const outcome = await writeRoster(context, sourceOfRun(run), files, input.confirmLeaving);
    if (!outcome.ok) {
      return failure(outcome.code === "problems" ? "roster-problems" : outcome.code);
    }
    await removeStagedFile(run.stagedPath);
    return success(outcome.summary);
  } catch (error) {
    if (error instanceof AlreadyFinished) return failure("missing");
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}
