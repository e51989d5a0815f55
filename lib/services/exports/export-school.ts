import { can } from "@/lib/access/can";
import { findSchool } from "@/lib/data/classes";
import { exportNotes } from "@/lib/exports/notes";
import { overviewSheet } from "@/lib/exports/overview-sheet";
import type { ExportRequest } from "@/lib/exports/export-request";
import { RESULT_COLUMNS, resultsTable } from "@/lib/exports/results-table";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { betweenDays } from "./between-days";
import { type ExportedFile, exportPlace, recordExport, tableFile } from "./exported-file";
import { readSchoolReport } from "./read-school-report";
import { reportFile } from "./report-file";
import { schoolGroups } from "./school-groups";
import { schoolOverPulses } from "./school-over-pulses";

/** A school as a whole over its pulses as a table, newest first; for its administrators and the district's. */
export async function exportSchool(
  context: ServiceContext,
  schoolId: string,
  request: ExportRequest,
): Promise<Result<ExportedFile, "missing" | "no-results">> {
  if (!can(context.actor, "school-results.export", { schoolId }).allowed) return failure("missing");
  const school = await findSchool(schoolId);
  const { format } = request;
  if (school === null) return failure("missing");
  const subject = { subjectType: "school", subjectId: schoolId, title: school.name } as const;
  if (format === "pdf") {
    const report = await readSchoolReport(context, schoolId);
    if (!report.ok) return report;
    const made = await reportFile(report.value, request.paper);
    await recordExport(context, subject, format);
    return success(made);
  }
  const entries = await schoolOverPulses(schoolId);
  const groups = betweenDays(await schoolGroups(context, school, entries), request);
  if (groups.length === 0) return failure("no-results");
  const place = await exportPlace(context);
  const file = await tableFile(
    {
      title: `${school.name} results`,
      views: [overviewSheet("Pulses", "pulses", groups)],
      table: resultsTable(groups),
      notes: exportNotes({
        what: `Results of ${school.name} as a whole over its anonymous pulses, newest first.`,
        ...{ district: place.district, madeOn: place.madeOn, columns: RESULT_COLUMNS },
        pulses: groups.map(({ pulse }) => pulse),
      }),
    },
    format,
  );
  await recordExport(context, subject, format);
  return success(file);
}
