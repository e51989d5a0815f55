import { findDistrict } from "@/lib/data/district";
import { inTransaction } from "@/lib/data/client";
import type { AuditEntry } from "@/lib/audit/event";
import type { ExportDocument, ExportFormat } from "@/lib/exports/export-file";
import { writeCsv } from "@/lib/exports/write-csv";
import { writeXlsx } from "@/lib/exports/write-xlsx";
import type { ServiceContext } from "../context";
import { localDate } from "../waves/local-date";
import { recordEvent } from "../record-event";

/** A file as it is handed out. */
export interface ExportedFile {
  /** Without its ending. */
  readonly title: string;
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
}

/** Where and when a file is made: stands in it. */
export async function exportPlace(
  context: ServiceContext,
): Promise<{ readonly district: string; readonly madeOn: string; readonly timeZone: string }> {
  const found = await findDistrict();
  const timeZone = found?.timeZone ?? "UTC";
  return { district: found?.name ?? "", madeOn: localDate(context.now, timeZone), timeZone };
}

/** The document as a table file. */
export async function tableFile(
  document: ExportDocument,
  format: Exclude<ExportFormat, "pdf">,
): Promise<ExportedFile> {
  const bytes = format === "csv" ? writeCsv(document) : await writeXlsx(document);
  return { title: document.title, format, bytes };
}

/** Writes into the audit log who took which results away. Once the file is made: one that failed was taken by nobody. */
export async function recordExport(
  context: ServiceContext,
  subject: Pick<AuditEntry, "subjectType" | "subjectId"> & { readonly title: string },
  format: ExportFormat,
): Promise<void> {
  const { title, ...of } = subject;
  await inTransaction((tx) =>
    recordEvent(tx, context, { ...of, action: "results.exported", detail: { title, format } }),
  );
}
