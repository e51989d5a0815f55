import type { StagedRun } from "../imports/find-staged-run";
import { readStagedFile } from "../imports/staged-file";
import type { NamedFile } from "./compare-roster";

/** The bytes of a staged roster; throws StagedFileChanged when they are not what was uploaded. */
export async function readStagedRoster(run: StagedRun): Promise<NamedFile[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readStagedFile(run.stagedPath, run.sha256)) chunks.push(chunk);
  return [{ name: run.fileName, bytes: new Uint8Array(Buffer.concat(chunks)) }];
}
