import { openCsv } from "@/lib/attendance/csv-records";
import { listStudentIds } from "@/lib/data/demographics";
import { failure, type Result, success } from "@/lib/result";
import type { DemographicsMapping } from "@/lib/roster/demographics/bind-mapping";
import type { DemographicsReport } from "@/lib/roster/demographics/read-demographics";
import { type FileSurvey, surveyColumns } from "@/lib/roster/demographics/survey-columns";
import type { ServiceContext } from "../context";
import { findStagedRun, type StagedRun } from "../imports/find-staged-run";
import { readStagedFile, StagedFileChanged } from "../imports/staged-file";
import { readAgainstRoster } from "./read-staged";
import { storedMapping } from "./stored-mapping";

export interface DemographicsImport {
  readonly fileName: string;
  readonly bytes: number;
  readonly stage:
    | { readonly step: "refused"; readonly problems: readonly string[] }
    | {
        readonly step: "mapping";
        readonly survey: FileSurvey;
        readonly mapping: DemographicsMapping | null;
      }
    | {
        readonly step: "ready";
        readonly mapping: DemographicsMapping;
        readonly report: DemographicsReport;
        readonly replaced: readonly string[];
      };
}

/**
 * Where a staged file of demographics stands: cannot be read at all; needs its columns chosen; or read to its end,
 * ready to apply. It is read anew each time: nothing of what it says about students is kept before it is applied.
 */
export async function openDemographicsImport(
  context: ServiceContext,
  runId: string,
): Promise<Result<DemographicsImport, "missing" | "file-changed">> {
  const run = await findStagedRun(context, runId, ["demographics"]);
  if (run === null) return failure("missing");
  try {
    return success({ fileName: run.fileName, bytes: run.bytes, stage: await stageOf(run) });
  } catch (error) {
    if (error instanceof StagedFileChanged) return failure("file-changed");
    throw error;
  }
}

async function stageOf(run: StagedRun): Promise<DemographicsImport["stage"]> {
  const mapping = storedMapping(run.mapping);
  if (mapping !== null && isChosen(run.summary)) {
    const source = readStagedFile(run.stagedPath, run.sha256);
    const reading = await readAgainstRoster(source, mapping);
    if (reading.ok) {
      const { report, replaced } = reading;
      return { step: "ready", mapping, report, replaced };
    }
  }
  const csv = await openCsv(readStagedFile(run.stagedPath, run.sha256));
  if (!csv.ok) return { step: "refused", problems: csv.problems };
  const survey = await surveyColumns(csv.headers, csv.rows, await listStudentIds());
  if (survey.rows === 0) {
    return { step: "refused", problems: ["The file has a first line and no rows below it."] };
  }
  return { step: "mapping", survey, mapping };
}

function isChosen(summary: unknown): boolean {
  return typeof summary === "object" && summary !== null && "chosen" in summary;
}
