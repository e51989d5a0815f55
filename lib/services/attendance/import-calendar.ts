import type { CalendarProblem } from "@/lib/attendance/calendar-file";
import { readRosterKeys } from "@/lib/data/attendance";
import { listSchools } from "@/lib/data/classes";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { findStagedRun } from "../imports/find-staged-run";
import { AlreadyFinished } from "../imports/finish-import";
import { sourceOfRun } from "../imports/import-source";
import { readStagedFile, removeStagedFile, StagedFileChanged } from "../imports/staged-file";
import { refreshFlags } from "./refresh-flags";
import { type CalendarSummary, readCalendar, writeCalendar } from "./write-calendar";

export interface CalendarPreview {
  readonly fileName: string;
  readonly problems: { readonly total: number; readonly first: readonly CalendarProblem[] } | null;
  readonly summary: CalendarSummary | null;
  /** Names of the schools that the file names. */
  readonly schools: readonly string[];
}

const LISTED_PROBLEMS = 200;

/** What a staged calendar says, or why it cannot be used. Writes nothing. */
export async function previewCalendar(
  context: ServiceContext,
  runId: string,
): Promise<Result<CalendarPreview, "missing" | "file-changed">> {
  const run = await findStagedRun(context, runId, ["calendar"]);
  if (run === null) return failure("missing");
  try {
    const source = readStagedFile(run.stagedPath, run.sha256);
    const reading = await readCalendar(source, await readRosterKeys());
    if (!reading.ok) {
      const { problems } = reading;
      return success({
        fileName: run.fileName,
        problems: { total: problems.length, first: problems.slice(0, LISTED_PROBLEMS) },
        summary: null,
        schools: [],
      });
    }
    const names = new Map((await listSchools()).map(({ id, name }) => [id, name]));
    const schools = reading.summary.schoolIds.map((id) => names.get(id) ?? id);
    return success({
      ...{ fileName: run.fileName, problems: null, summary: reading.summary, schools },
    });
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

/** Applies a staged calendar and removes the file afterwards. */
export async function applyCalendar(
  context: ServiceContext,
  runId: string,
): Promise<Result<CalendarSummary, "missing" | "file-changed" | "calendar-problems">> {
  const run = await findStagedRun(context, runId, ["calendar"]);
  if (run === null) return failure("missing");
  const open = () => readStagedFile(run.stagedPath, run.sha256);
  try {
    const outcome = await writeCalendar(context, { ...sourceOfRun(run), open });
    if (!outcome.ok) return failure("calendar-problems");
    await removeStagedFile(run.stagedPath);
    await refreshFlags(context);
    return success(outcome.summary);
  } catch (error) {
    if (error instanceof AlreadyFinished) return failure("missing");
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}
