import { can } from "@/lib/access/can";
import { type ClassRow, findClass } from "@/lib/data/classes";
import { listClassCells } from "@/lib/data/releases";
import type { Report } from "@/lib/exports/report/report";
import { resultsReport } from "@/lib/exports/report/results-report";
import type { ExportedGroup } from "@/lib/exports/results-table";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { type ClassAbsence, loadClassAbsence } from "../insight/class-absence";
import { type ClassPulse, loadClassPulse } from "../insight/class-pulse";
import { gradeWords } from "../insight/grade-words";
import { absenceSentences } from "./absence-sentences";
import { exportPlace } from "./exported-file";
import { exportedPulses } from "./exported-pulse";
import { groupFigures } from "./group-figures";

/** A report, and what it is called in a list. */
export interface NamedReport {
  readonly report: Report;
  readonly title: string;
  readonly timeZone: string;
}

/** One page about a class: its newest pulse and its absence. No flag and no name is in it. */
export async function readClassReport(
  context: ServiceContext,
  classId: string,
): Promise<Result<NamedReport, "missing">> {
  const found = await findClass(classId);
  if (found === null) return failure("missing");
  const ref = { classId: found.id, schoolId: found.schoolId };
  if (!can(context.actor, "results.export", ref).allowed) return failure("missing");
  const [pulse, absence, place] = await Promise.all([
    loadClassPulse(found.id),
    loadClassAbsence(found),
    exportPlace(context),
  ]);
  const grades = gradeWords(found.grades);
  const about = [grades, found.schoolName, place.district]
    .filter((part) => part !== "")
    .join(" · ");
  const report = resultsReport({
    ...{ title: found.title, about, madeOn: place.madeOn },
    group: pulse === null ? null : await newestGroup(context, found, pulse),
    belonging: pulse?.belonging ?? null,
    change: pulse?.change ?? null,
    absence:
      absence === null
        ? []
        : absenceSentences(weeksOf(absence), "the class", "the rest of the school"),
  });
  const title = `${found.title} ${found.schoolName} report`;
  return success({ report, title, timeZone: place.timeZone });
}

async function newestGroup(
  context: ServiceContext,
  of: ClassRow,
  { wave, participation }: ClassPulse,
): Promise<ExportedGroup | null> {
  const [rows, pulses] = await Promise.all([
    listClassCells({ waveIds: [wave.id], classIds: [of.id] }),
    exportedPulses(context, [wave]),
  ]);
  const [row] = rows;
  const pulse = pulses.get(wave);
  if (row === undefined || pulse === undefined) return null;
  return {
    ...{
      school: of.schoolName,
      group: of.title,
      grades: gradeWords(of.grades),
      pulse,
      participation,
    },
    figures: groupFigures({ row, wave, level: "class", instead: null }),
  };
}

function weeksOf({ weeks }: ClassAbsence) {
  return weeks.map(({ classRate, classDays, restRate, restDays }) => ({
    ...{ days: classDays, absent: (classRate ?? 0) * classDays },
    ...{ restDays, restAbsent: (restRate ?? 0) * restDays },
  }));
}
