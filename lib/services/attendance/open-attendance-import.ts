import { sampleRows } from "@/lib/attendance/attendance-rows";
import { cleverMapping, type ColumnMapping } from "@/lib/attendance/column-mapping";
import { guessMapping } from "@/lib/attendance/guess-mapping";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { findStagedRun, type StagedRun } from "../imports/find-staged-run";
import { readStagedFile, StagedFileChanged } from "../imports/staged-file";
import type { AttendanceReport } from "./attendance-report";
import { checkStagedRun } from "./check-attendance";
import { mappingWords, storedMapping } from "./stored-mapping";

/** Rows looked at to propose a mapping and to find the status words. */
const SAMPLE_ROWS = 5_000;
/** A column with more different words than this is no status column. */
const MOST_WORDS = 40;

/** A column as the mapping page shows it. */
export interface FileColumn {
  readonly header: string;
  readonly examples: readonly string[];
  /** Its different words, when there are few. */
  readonly words: readonly string[] | null;
}

export interface MappingProposal {
  readonly mapping: ColumnMapping | null;
  readonly understood: readonly string[];
  readonly unsure: readonly string[];
  readonly columns: readonly FileColumn[];
}

export interface AttendanceImport {
  readonly fileName: string;
  readonly bytes: number;
  readonly stage:
    | { readonly step: "refused"; readonly problems: readonly string[] }
    | { readonly step: "mapping"; readonly proposal: MappingProposal }
    | {
        readonly step: "ready";
        readonly report: AttendanceReport;
        readonly understood: readonly string[];
        readonly mapped: boolean;
      };
}

/**
 * Where a staged attendance file stands: cannot be read at all; needs a mapping; or read to its end,
 * ready to apply. A file in Clever's format is read here at once. Writes no attendance.
 */
export async function openAttendanceImport(
  context: ServiceContext,
  runId: string,
): Promise<Result<AttendanceImport, "missing" | "file-changed">> {
  const run = await findStagedRun(context, runId, ["attendance"]);
  if (run === null) return failure("missing");
  try {
    const stage = await stageOf(context, run);
    return success({ fileName: run.fileName, bytes: run.bytes, stage });
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

async function stageOf(
  context: ServiceContext,
  run: StagedRun,
): Promise<AttendanceImport["stage"]> {
  const mapping = storedMapping(run.mapping);
  const known = checkedReport(run.summary);
  if (known !== null) return ready(known, mapping);
  const sample = await sampleRows(readStagedFile(run.stagedPath, run.sha256), SAMPLE_ROWS);
  if (!sample.ok) return { step: "refused", problems: sample.problems };
  if (cleverMapping(sample.headers) !== null) {
    const reading = await checkStagedRun(context, run, null);
    return reading.ok
      ? ready(reading.report, null)
      : { step: "refused", problems: reading.problems };
  }
  const guess = guessMapping(sample.headers, sample.rows);
  const columns = sample.headers.map((header, at) => columnOf(header, at, sample.rows));
  return { step: "mapping", proposal: { ...guess, mapping: mapping ?? guess.mapping, columns } };
}

/** The report kept by an earlier check; this service wrote it. */
export function checkedReport(summary: unknown): AttendanceReport | null {
  if (typeof summary !== "object" || summary === null || !("report" in summary)) return null;
  return summary.report as AttendanceReport;
}

function ready(report: AttendanceReport, mapping: ColumnMapping | null): AttendanceImport["stage"] {
  const understood =
    mapping === null
      ? ["This is Clever's attendance format; no columns had to be chosen."]
      : mappingWords(mapping);
  return { step: "ready", report, understood, mapped: mapping !== null };
}

function columnOf(header: string, at: number, rows: readonly (readonly string[])[]): FileColumn {
  const words = new Set<string>();
  for (const row of rows) {
    const word = (row[at] ?? "").trim();
    if (word !== "") words.add(word.slice(0, 80));
    if (words.size > MOST_WORDS) break;
  }
  const all = [...words];
  return {
    header,
    examples: all.slice(0, 3),
    words: all.length > MOST_WORDS ? null : all.sort((a, b) => a.localeCompare(b, "en")),
  };
}
