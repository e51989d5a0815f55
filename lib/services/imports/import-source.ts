import type { ImportRunRow } from "@/lib/data/imports";

/** What a use case applies: a staged run, or a file given by the command line or the seed. */
export interface ImportSource {
  /** Run to finish; null: one is made, applied already. */
  readonly runId: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
}

export function sourceOfRun(run: ImportRunRow): ImportSource {
  return { runId: run.id, fileName: run.fileName, sha256: run.sha256, bytes: run.bytes };
}
