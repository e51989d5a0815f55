import { listPeopleByIds } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import type { ChoiceDifference } from "@/lib/roster/participation/diff-choices";
import type { ServiceContext } from "../context";
import { findStagedRun } from "../imports/find-staged-run";
import { readStagedFile, StagedFileChanged } from "../imports/staged-file";
import { readStagedChoices, type StagedChoices } from "./read-staged-choices";

/** Changes that are listed with the student's name: enough to see whether the right file was taken. */
const LISTED = 200;

export interface ParticipationImport {
  readonly fileName: string;
  readonly bytes: number;
  readonly staged: StagedChoices;
  /** The first of the changes, by name. */
  readonly listed: readonly (ChoiceDifference & { readonly name: string })[];
}

/** What a staged file of families' choices would change, read anew each time. */
export async function openParticipationImport(
  context: ServiceContext,
  runId: string,
): Promise<Result<ParticipationImport, "missing" | "file-changed">> {
  const run = await findStagedRun(context, runId, ["participation"]);
  if (run === null) return failure("missing");
  try {
    const staged = await readStagedChoices(readStagedFile(run.stagedPath, run.sha256));
    const listed = staged.ok ? await withNames(staged.changes.slice(0, LISTED)) : [];
    return success({ fileName: run.fileName, bytes: run.bytes, staged, listed });
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

async function withNames(
  changes: readonly ChoiceDifference[],
): Promise<ParticipationImport["listed"]> {
  const byId = new Map(changes.map((change) => [change.personId, change]));
  return (await listPeopleByIds([...byId.keys()])).flatMap(({ id, givenName, familyName }) => {
    const change = byId.get(id);
    return change === undefined ? [] : [{ ...change, name: `${givenName} ${familyName}`.trim() }];
  });
}
