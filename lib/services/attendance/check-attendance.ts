import type { ColumnMapping } from "@/lib/attendance/column-mapping";
import { readRosterKeys } from "@/lib/data/attendance";
import { saveImportCheck } from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { districtDay } from "../imports/district-day";
import { findStagedRun, type StagedRun } from "../imports/find-staged-run";
import { readStagedFile, StagedFileChanged } from "../imports/staged-file";
import { type AttendanceReading, readAttendance } from "./read-attendance";

/** Reads a staged file to its end with a mapping and keeps both. Writes no attendance. */
export async function checkAttendance(
  context: ServiceContext,
  input: { readonly runId: string; readonly mapping: ColumnMapping },
): Promise<Result<null, "missing" | "file-changed" | "unreadable-mapping">> {
  const run = await findStagedRun(context, input.runId, ["attendance"]);
  if (run === null) return failure("missing");
  try {
    const reading = await checkStagedRun(context, run, input.mapping);
    return reading.ok ? success(null) : failure("unreadable-mapping");
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

/** The reading itself; what it found is kept with the run when the file could be read. */
export async function checkStagedRun(
  context: ServiceContext,
  run: StagedRun,
  mapping: ColumnMapping | null,
): Promise<AttendanceReading> {
  const source = readStagedFile(run.stagedPath, run.sha256);
  const roster = await readRosterKeys();
  const today = await districtDay(context);
  const reading = await readAttendance(source, mapping, roster, today, () => Promise.resolve());
  if (reading.ok) {
    await saveImportCheck(run.id, { mapping, summary: { report: reading.report } });
  }
  return reading;
}

/** Forgets the mapping, so that the mapping page opens again. */
export async function changeMapping(
  context: ServiceContext,
  runId: string,
): Promise<Result<null, "missing">> {
  const run = await findStagedRun(context, runId, ["attendance"]);
  if (run === null) return failure("missing");
  const kept = await saveImportCheck(runId, {
    mapping: typeof run.mapping === "object" ? run.mapping : null,
    summary: null,
  });
  return kept ? success(null) : failure("missing");
}
