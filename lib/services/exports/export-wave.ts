import { can } from "@/lib/access/can";
import { listClasses, listSchools } from "@/lib/data/classes";
import { listMargins, type MarginRow } from "@/lib/data/margins";
import { findReleaseStamp, listClassCells } from "@/lib/data/releases";
import { findWave } from "@/lib/data/waves";
import type { ExportFormat } from "@/lib/exports/export-file";
import { exportNotes } from "@/lib/exports/notes";
import { overviewSheet } from "@/lib/exports/overview-sheet";
import { type ExportedGroup, RESULT_COLUMNS, resultsTable } from "@/lib/exports/results-table";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { type ReadWave, readSealedWave } from "../insight/class-figures";
import { gradeWords } from "../insight/grade-words";
import { ownScope } from "../insight/own-scope";
import { type ExportedFile, exportPlace, recordExport, tableFile } from "./exported-file";
import { exportedPulses } from "./exported-pulse";
import { groupFigures } from "./group-figures";

/** A sealed pulse's classes as a table, cut to those that are the actor's. A page of it on paper is made for a class or a school. */
export async function exportWave(
  context: ServiceContext,
  waveId: string,
  format: ExportFormat,
): Promise<Result<ExportedFile, "missing" | "no-report">> {
  const margins = await listMargins(waveId);
  const own = margins.filter(
    ({ classId, schoolId }) => can(context.actor, "results.export", { classId, schoolId }).allowed,
  );
  const [stored, stamp] = await Promise.all([findWave(waveId), findReleaseStamp(waveId)]);
  if (own.length === 0 || stored === null || stamp === null) return failure("missing");
  if (format === "pdf") return failure("no-report");
  const wave = readSealedWave({ ...stored, sealedOn: stamp.sealedOn, releaseHash: stamp.hash });
  const [groups, place] = await Promise.all([groupsOf(context, wave, own), exportPlace(context)]);
  const pulses = [...new Set(groups.map(({ pulse }) => pulse))];
  const left = margins.length - own.length;
  const file = await tableFile(
    {
      title: `${wave.title} results`,
      views: [overviewSheet("Classes", "classes", groups)],
      table: resultsTable(groups),
      notes: exportNotes({
        what: `Results of one anonymous pulse, by class: ${String(own.length)} ${own.length === 1 ? "class" : "classes"}${left === 0 ? "" : `, and ${String(left)} more that are not yours and not here`}.`,
        ...{ district: place.district, madeOn: place.madeOn, pulses, columns: RESULT_COLUMNS },
      }),
    },
    format,
  );
  await recordExport(
    context,
    { subjectType: "wave", subjectId: waveId, title: wave.title },
    format,
  );
  return success(file);
}

async function groupsOf(
  context: ServiceContext,
  wave: ReadWave,
  own: readonly MarginRow[],
): Promise<ExportedGroup[]> {
  const { actor } = context;
  const [rows, classes, schools, pulses] = await Promise.all([
    listClassCells({ waveIds: [wave.id], ...(actor.kind === "staff" ? ownScope(actor) : {}) }),
    listClasses(actor.kind === "staff" && actor.role !== "teacher" ? schoolsOf(own) : idsOf(own)),
    listSchools(),
    exportedPulses(context, [wave]),
  ]);
  const pulse = pulses.get(wave);
  if (pulse === undefined) throw new Error("a wave has no stamp");
  const byClass = new Map(rows.map((row) => [row.classId, row]));
  const grades = new Map(classes.map(({ id, grades: of }) => [id, gradeWords(of)]));
  const names = new Map(schools.map(({ id, name }) => [id, name]));
  const groups = own.flatMap(({ classId, schoolId, label }): ExportedGroup[] => {
    const row = byClass.get(classId);
    if (row === undefined) return [];
    return [
      {
        ...{ school: names.get(schoolId) ?? schoolId, group: label, pulse },
        grades: grades.get(classId) ?? "",
        participation: { ...row.participation, seats: row.rosterSize },
        figures: groupFigures({ row, wave, level: "class", instead: null }),
      },
    ];
  });
  return groups.sort(bySchoolAndTitle);
}

function schoolsOf(own: readonly MarginRow[]): { schoolIds: string[] } {
  return { schoolIds: [...new Set(own.map(({ schoolId }) => schoolId))] };
}

function idsOf(own: readonly MarginRow[]): { ids: string[] } {
  return { ids: own.map(({ classId }) => classId) };
}

/** Compared 20,000 times for 2,000 classes: a collator that is made once is fifty times as fast. */
const NAMES = new Intl.Collator("en", { numeric: true });

/** "9A" before "10A", as people count; never by results. */
function bySchoolAndTitle(a: ExportedGroup, b: ExportedGroup): number {
  return NAMES.compare(a.school, b.school) || NAMES.compare(a.group, b.group);
}
