import type { Tx } from "@/lib/data/client";
import { createImportRun, finishImportRun, type ImportKind } from "@/lib/data/imports";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import type { ImportSource } from "./import-source";
import { importerOf } from "./may-import";

/** Two people pressed "apply" at once, and the other one was first. */
export class AlreadyFinished extends Error {
  override readonly name = "AlreadyFinished";
}

/**
 * Marks an import as applied and writes its audit event, in the transaction that holds the change.
 * Throws AlreadyFinished when the run is not staged any more, which rolls the change back.
 */
export async function finishImport(
  tx: Tx,
  context: ServiceContext,
  finish: {
    readonly kind: ImportKind;
    readonly source: ImportSource;
    readonly summary: Readonly<Record<string, unknown>>;
    readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  },
): Promise<string> {
  const { kind, source, summary } = finish;
  const id = source.runId ?? context.randomUuid();
  if (source.runId === null) {
    const importer = importerOf(context.actor, kind);
    if (importer === null) throw new Error("an import without somebody who may import");
    await createImportRun(
      {
        id,
        kind,
        state: "staged",
        fileName: source.fileName,
        stagedPath: null,
        sha256: source.sha256,
        bytes: source.bytes,
        accountId: importer.accountId,
        createdAt: context.now,
      },
      tx,
    );
  }
  const first = await finishImportRun(tx, id, { state: "applied", at: context.now, summary });
  if (!first) throw new AlreadyFinished(id);
  await recordEvent(tx, context, {
    action: `${kind}.imported`,
    subjectType: "import",
    subjectId: id,
    detail: { file: source.fileName, ...finish.detail },
  });
  return id;
}
