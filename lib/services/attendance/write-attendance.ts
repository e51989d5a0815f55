import type { ColumnMapping } from "@/lib/attendance/column-mapping";
import { readRosterKeys, upsertAttendance } from "@/lib/data/attendance";
import { inTransaction, type Tx } from "@/lib/data/client";
import { lockImports } from "@/lib/data/imports";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { finishImport } from "../imports/finish-import";
import type { ImportSource } from "../imports/import-source";
import type { AttendanceReport } from "./attendance-report";
import { type AttendanceReading, readAttendance } from "./read-attendance";
import { recomputeAttendance } from "./recompute-attendance";

/** What an applied import did; kept with the run. */
export interface AttendanceSummary {
  readonly report: AttendanceReport;
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

export type WriteOutcome =
  | { readonly ok: true; readonly summary: AttendanceSummary }
  | { readonly ok: false; readonly code: "nothing-usable"; readonly report: AttendanceReport }
  | Extract<AttendanceReading, { ok: false }>;

/** Half a million rows take about a minute on a small server; a district's year is a few times that. */
const TIMEOUT_MS = 30 * 60_000;

class Refused extends Error {
  constructor(readonly outcome: WriteOutcome) {
    super("attendance refused");
  }
}

/**
 * Streams a file into the records batch by batch, recomputes what depends on them and writes the audit
 * event, all in one transaction: a failure on the last row leaves nothing behind. The caller has
 * authorised. Errors of the stream are thrown.
 */
export async function writeAttendance(
  context: ServiceContext,
  source: ImportSource & { readonly open: () => AsyncIterable<Uint8Array> },
  mapping: ColumnMapping | null,
): Promise<WriteOutcome> {
  try {
    return await inTransaction((tx) => write(tx, context, source, mapping), {
      timeoutMs: TIMEOUT_MS,
    });
  } catch (error) {
    if (error instanceof Refused) return error.outcome;
    throw error;
  }
}

async function write(
  tx: Tx,
  context: ServiceContext,
  source: ImportSource & { readonly open: () => AsyncIterable<Uint8Array> },
  mapping: ColumnMapping | null,
): Promise<WriteOutcome> {
  await lockImports(tx);
  const today = await districtDay(context, tx);
  const total = { added: 0, replaced: 0, unchanged: 0 };
  const roster = await readRosterKeys(tx);
  const reading = await readAttendance(source.open(), mapping, roster, today, async (batch) => {
    const counts = await upsertAttendance(tx, batch);
    total.added += counts.added;
    total.replaced += counts.replaced;
    total.unchanged += counts.unchanged;
  });
  if (!reading.ok) throw new Refused(reading);
  const { report } = reading;
  if (report.records === 0) throw new Refused({ ok: false, code: "nothing-usable", report });
  if (total.added + total.replaced > 0) await recomputeAttendance(tx);
  const summary: AttendanceSummary = { report, ...total };
  await finishImport(tx, context, {
    kind: "attendance",
    source,
    summary: { ...summary },
    detail: { ...total, rowsSkipped: report.skipped.total },
  });
  return { ok: true, summary };
}
