import { readRosterSnapshot } from "@/lib/data/rosters";
import { failure, type Result, success } from "@/lib/result";
import { isEmptyDiff } from "@/lib/roster/diff-roster";
import type { RosterNotice, RosterProblem, SkippedRow } from "@/lib/roster/report";
import type { Confirmation } from "@/lib/roster/students-leaving";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { findStagedRun } from "../imports/find-staged-run";
import { StagedFileChanged } from "../imports/staged-file";
import { compareRoster } from "./compare-roster";
import { type ChangeLine, describeChanges } from "./describe-changes";
import { readStagedRoster } from "./staged-roster";
import { countChanges, type KindCounts } from "./write-roster";

/** Listed one by one; the rest is counted. */
const LISTED_ROWS = 200;

export interface RosterPreview {
  readonly fileName: string;
  readonly bytes: number;
  readonly outcome:
    | { readonly state: "problems"; readonly problems: readonly RosterProblem[] }
    | {
        readonly state: "ready";
        readonly version: string;
        readonly unchanged: boolean;
        readonly counts: KindCounts;
        readonly changes: readonly ChangeLine[];
        readonly skipped: { readonly total: number; readonly first: readonly SkippedRow[] };
        readonly notices: readonly RosterNotice[];
        readonly needsConfirmation: Confirmation | null;
      };
}

/** What a staged roster would change, line by line. Nothing is written. */
export async function previewRoster(
  context: ServiceContext,
  runId: string,
): Promise<Result<RosterPreview, "missing" | "file-changed">> {
  const run = await findStagedRun(context, runId, ["roster"]);
  if (run === null) return failure("missing");
  try {
    const files = await readStagedRoster(run);
    const current = await readRosterSnapshot();
    const compared = compareRoster(files, current, await districtDay(context));
    const shown = { fileName: run.fileName, bytes: run.bytes };
    if (!compared.ok) {
      return success({ ...shown, outcome: { state: "problems", problems: compared.problems } });
    }
    const { diff, version } = compared;
    return success({
      ...shown,
      outcome: {
        state: "ready",
        version,
        unchanged: isEmptyDiff(diff),
        counts: countChanges(diff.changes),
        changes: describeChanges(current, diff),
        skipped: { total: diff.skipped.length, first: diff.skipped.slice(0, LISTED_ROWS) },
        notices: diff.notices,
        needsConfirmation: diff.needsConfirmation,
      },
    });
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}
