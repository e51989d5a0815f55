import { inTransaction } from "@/lib/data/client";
import {
  createImportRun,
  finishImportRun,
  type ImportKind,
  type ImportRunRow,
  listStagedRuns,
} from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { readDemographicsUpload } from "../demographics/read-upload";
import { importerOf } from "./may-import";
import { removeStagedFile, sweepStagedFiles, UPLOAD_LIMITS, writeStagedFile } from "./staged-file";

/** How long an upload waits to be applied: it holds names, so not for ever. */
const KEEP_MS = 24 * 60 * 60 * 1000;
const LONGEST_NAME = 200;

/**
 * Puts an upload aside until somebody has looked at what it would change. Nothing of the district
 * changes. What was staged a day ago and never applied is removed on the way, and by the clock.
 */
export async function stageUpload(
  context: ServiceContext,
  upload: { kind: ImportKind; name: string; body: AsyncIterable<Uint8Array> },
): Promise<
  Result<
    { id: string },
    "forbidden" | "too-large" | "empty" | "zip-unreadable" | "zip-without-demographics"
  >
> {
  const importer = importerOf(context.actor, upload.kind);
  if (importer === null) return failure("forbidden");
  await sweepUploads(context);
  const id = context.randomUuid();
  const limit = UPLOAD_LIMITS[upload.kind];
  let { body } = upload;
  if (upload.kind === "demographics") {
    const read = await readDemographicsUpload(body, limit);
    if (!read.ok) return read;
    body = once(read.value);
  }
  const staged = await writeStagedFile(id, body, limit);
  if (staged === null) return failure("too-large");
  if (staged.bytes === 0) {
    await removeStagedFile(staged.path);
    return failure("empty");
  }
  try {
    await createImportRun({
      id,
      kind: upload.kind,
      state: "staged",
      fileName: shownName(upload.name),
      stagedPath: staged.path,
      sha256: staged.sha256,
      bytes: staged.bytes,
      accountId: importer.accountId,
      createdAt: context.now,
    });
  } catch (error) {
    await removeStagedFile(staged.path);
    throw error;
  }
  return success({ id });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Removes what was uploaded a day ago and never applied: it holds names, and in demographics more than names. */
export async function sweepUploads(context: Pick<ServiceContext, "now">): Promise<void> {
  const before = new Date(context.now.getTime() - KEEP_MS);
  await discardRuns(context.now, await listStagedRuns({ before }));
  await sweepStagedFiles(before);
}

/** Discards uploads that wait to be applied, with their files. */
export async function discardRuns(now: Date, runs: readonly ImportRunRow[]): Promise<void> {
  for (const run of runs) {
    await inTransaction((tx) =>
      finishImportRun(tx, run.id, { state: "discarded", at: now, summary: null }),
    );
    await removeStagedFile(run.stagedPath);
  }
}

/** The file's own name without folders or control characters: it is shown, never opened. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last.replace(/\p{C}/gu, "").trim().slice(0, LONGEST_NAME) || "upload";
}
