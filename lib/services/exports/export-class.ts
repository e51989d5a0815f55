import { can } from "@/lib/access/can";
import { type ClassRow, findClass } from "@/lib/data/classes";
import { exportNotes } from "@/lib/exports/notes";
import { overviewSheet } from "@/lib/exports/overview-sheet";
import type { ExportRequest } from "@/lib/exports/export-request";
import { type ExportedGroup, RESULT_COLUMNS, resultsTable } from "@/lib/exports/results-table";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { loadClassWaves } from "../insight/class-waves";
import { comparableHistory } from "../insight/comparable-waves";
import { gradeWords } from "../insight/grade-words";
import { type ExportedFile, exportPlace, recordExport, tableFile } from "./exported-file";
import { exportedPulses } from "./exported-pulse";
import { groupFigures } from "./group-figures";
import { readClassReport } from "./read-class-report";
import { reportFile } from "./report-file";
import { betweenDays } from "./between-days";

/**
 * A class over its pulses as a table, newest first. Pulses that may not stand beside a newer one give the reason in
 * place of their figures, as on the page of the class.
 */
export async function exportClass(
  context: ServiceContext,
  classId: string,
  request: ExportRequest,
): Promise<Result<ExportedFile, "missing" | "no-results">> {
  const found = await findClass(classId);
  if (found === null) return failure("missing");
  const ref = { classId: found.id, schoolId: found.schoolId };
  if (!can(context.actor, "results.export", ref).allowed) return failure("missing");
  const { format } = request;
  const subject = { subjectType: "class", subjectId: found.id, title: found.title } as const;
  if (format === "pdf") {
    const report = await readClassReport(context, classId);
    if (!report.ok) return report;
    const made = await reportFile(report.value, request.paper);
    await recordExport(context, subject, format);
    return success(made);
  }
  const groups = betweenDays(await classOverPulses(context, found), request);
  if (groups.length === 0) return failure("no-results");
  const place = await exportPlace(context);
  const pulses = groups.map(({ pulse }) => pulse);
  const file = await tableFile(
    {
      title: `${found.title} ${found.schoolName} results`,
      views: [overviewSheet("Pulses", "pulses", groups)],
      table: resultsTable(groups),
      notes: exportNotes({
        what: `Results of the class ${found.title}, ${found.schoolName}, over its anonymous pulses, newest first.`,
        ...{ district: place.district, madeOn: place.madeOn, pulses, columns: RESULT_COLUMNS },
      }),
    },
    format,
  );
  await recordExport(context, subject, format);
  return success(file);
}

async function classOverPulses(context: ServiceContext, of: ClassRow): Promise<ExportedGroup[]> {
  const waves = await loadClassWaves(of.id, { all: true });
  const pulses = await exportedPulses(
    context,
    waves.map(({ wave }) => wave),
  );
  return comparableHistory(waves).flatMap(({ wave, belonging }, at): ExportedGroup[] => {
    const row = waves[at]?.row;
    const pulse = pulses.get(wave);
    if (row === undefined || pulse === undefined) return [];
    return [
      {
        ...{ school: of.schoolName, group: of.title, grades: gradeWords(of.grades), pulse },
        participation: { ...row.participation, seats: row.rosterSize },
        figures: groupFigures({
          ...{ row, wave, level: "class" },
          instead: "ok" in belonging ? belonging : null,
        }),
      },
    ];
  });
}
