import { can } from "@/lib/access/can";
import { findSchool } from "@/lib/data/classes";
import { listWeeksBesideDistrict } from "@/lib/data/group-absence";
import { resultsReport } from "@/lib/exports/report/results-report";
import { failure, type Result, success } from "@/lib/result";
import { compareCohort } from "@/lib/waves/compare";
import type { ServiceContext } from "../context";
import { changeSinceLast } from "../insight/comparable-waves";
import { absenceSentences } from "./absence-sentences";
import { exportPlace } from "./exported-file";
import type { NamedReport } from "./read-class-report";
import { schoolGroups } from "./school-groups";
import { schoolOverPulses } from "./school-over-pulses";

/** One page about a school as a whole: its newest pulse and its absence. No class, no flag and no name is in it. */
export async function readSchoolReport(
  context: ServiceContext,
  schoolId: string,
): Promise<Result<NamedReport, "missing">> {
  if (!can(context.actor, "school-results.export", { schoolId }).allowed) return failure("missing");
  const school = await findSchool(schoolId);
  if (school === null) return failure("missing");
  const [entries, weeks, place] = await Promise.all([
    schoolOverPulses(schoolId),
    listWeeksBesideDistrict(schoolId),
    exportPlace(context),
  ]);
  const [newest] = entries;
  const [group] = await schoolGroups(context, school, entries.slice(0, 1));
  const report = resultsReport({
    ...{ title: school.name, about: `The whole school · ${place.district}`, madeOn: place.madeOn },
    group: group ?? null,
    belonging: newest === undefined ? null : newest.alone,
    change:
      newest === undefined
        ? null
        : changeSinceLast(
            entries.map(({ wave, alone, roster }) => ({ wave, belonging: alone, roster })),
            (before, after) => compareCohort(before, after, newest.wave.policy.remainder),
          ),
    absence: absenceSentences(
      weeks.map(({ studentDays, absentDays, restDays, restAbsent }) => ({
        ...{ days: studentDays, absent: absentDays, restDays, restAbsent },
      })),
      "the school",
      "the other schools",
    ),
  });
  return success({ report, title: `${school.name} report`, timeZone: place.timeZone });
}
