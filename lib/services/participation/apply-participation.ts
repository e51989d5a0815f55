import { inTransaction, type Tx } from "@/lib/data/client";
import { lockImports } from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { ChoiceDifference } from "@/lib/roster/participation/diff-choices";
import type { ServiceContext } from "../context";
import { findStagedRun, type StagedRun } from "../imports/find-staged-run";
import { AlreadyFinished, finishImport } from "../imports/finish-import";
import { sourceOfRun } from "../imports/import-source";
import { readStagedFile, removeStagedFile, StagedFileChanged } from "../imports/staged-file";
import { readStagedChoices } from "./read-staged-choices";
import { recordChoices } from "./record-choices";

/** What an applied import did; kept with the run. Numbers, nothing about a student. */
export interface ParticipationSummary {
  readonly out: number;
  readonly in: number;
  readonly back: number;
  readonly unchanged: number;
  readonly skipped: number;
}

/** Applies a staged file of families' choices and removes it afterwards. */
export async function applyParticipation(
  context: ServiceContext,
  runId: string,
): Promise<Result<ParticipationSummary, "missing" | "file-changed" | "participation-problems">> {
  const run = await findStagedRun(context, runId, ["participation"]);
  if (run === null) return failure("missing");
  try {
    const summary = await inTransaction((tx) => write(tx, context, run), { timeoutMs: 5 * 60_000 });
    if (summary === null) return failure("participation-problems");
    await removeStagedFile(run.stagedPath);
    return success(summary);
  } catch (error) {
    if (error instanceof AlreadyFinished) return failure("missing");
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

/** Under the import lock, so that the roster it is read against stands. Null: the file cannot be used. */
async function write(
  tx: Tx,
  context: ServiceContext,
  run: StagedRun,
): Promise<ParticipationSummary | null> {
  await lockImports(tx);
  const staged = await readStagedChoices(readStagedFile(run.stagedPath, run.sha256), tx);
  if (!staged.ok) return null;
  const { changes, unchanged, report } = staged;
  await recordChoices(
    tx,
    context,
    changes.map(({ personId, after }) => ({ personId, choice: after })),
  );
  const summary = { ...countsOf(changes), unchanged, skipped: report.skipped.length };
  await finishImport(tx, context, {
    kind: "participation",
    source: sourceOfRun(run),
    summary,
    detail: {
      saidNo: summary.out,
      saidYes: summary.in,
      takenBack: summary.back,
      rowsSkipped: summary.skipped,
    },
  });
  return summary;
}

function countsOf(changes: readonly ChoiceDifference[]) {
  const count = (choice: ChoiceDifference["after"]) =>
    changes.filter(({ after }) => after === choice).length;
  return { out: count("out"), in: count("in"), back: count(null) };
}
