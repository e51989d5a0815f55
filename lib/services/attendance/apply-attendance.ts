import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { findStagedRun } from "../imports/find-staged-run";
import { AlreadyFinished } from "../imports/finish-import";
import { sourceOfRun } from "../imports/import-source";
import { readStagedFile, removeStagedFile, StagedFileChanged } from "../imports/staged-file";
import { refreshFlags } from "./refresh-flags";
import { storedMapping } from "./stored-mapping";
import { type AttendanceSummary, writeAttendance } from "./write-attendance";

/** Applies a staged attendance file with the mapping that was checked, and removes it afterwards. */
export async function applyAttendance(
  context: ServiceContext,
  runId: string,
): Promise<
  Result<AttendanceSummary, "missing" | "file-changed" | "unreadable-mapping" | "nothing-usable">
> {
  const run = await findStagedRun(context, runId, ["attendance"]);
  if (run === null) return failure("missing");
  const open = () => readStagedFile(run.stagedPath, run.sha256);
  try {
    const source = { ...sourceOfRun(run), open };
    const outcome = await writeAttendance(context, source, storedMapping(run.mapping));
    if (!outcome.ok) {
      return failure(outcome.code === "nothing-usable" ? outcome.code : "unreadable-mapping");
    }
    await removeStagedFile(run.stagedPath);
    await refreshFlags(context);
    return success(outcome.summary);
  } catch (error) {
    if (error instanceof AlreadyFinished) return failure("missing");
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}
