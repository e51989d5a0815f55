import { can } from "@/lib/access/can";
import { listLatestTiers } from "@/lib/data/absence-signals";
import { listAbsenceTotals, listSchoolWeeks, type SchoolWeek } from "@/lib/data/class-weeks";
import { type ClassRow, listClasses } from "@/lib/data/classes";
import type { FlagRow } from "@/lib/data/flags";
import { listGroupLooks } from "@/lib/data/group-absence";
import { listRunningWaves, type RunningWaveRow } from "@/lib/data/running-waves";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { FlagTier } from "@/lib/flags/evidence";
import { failure, type Result, success } from "@/lib/result";
import type { Participation } from "@/lib/waves/participation";
import type { ServiceContext } from "../context";
import { belongingBandOf, type ReadWave } from "../insight/class-figures";
import { listSeenFlags } from "../flags/seen-flags";
import { gradeWords } from "../insight/grade-words";
import { groupsBySchool, type SchoolGroups } from "../insight/group-absence";
import { ownScope } from "../insight/own-scope";
import { type AbsenceTrend, absenceTrend } from "./absence-trend";
import { latestClassCells, type LatestCells } from "./latest-class-cells";
import { mainWaveBySchool, type OverviewSchool, schoolFigures } from "./overview-schools";

/** One class of the overview. Shares run from 0 to 1; null: never asked, or no attendance. */
export interface OverviewClass {
  readonly id: string;
  readonly title: string;
  readonly schoolName: string;
  readonly gradeWords: string;
  readonly belonging: { readonly lo: number; readonly hi: number } | Withheld | null;
  readonly participation: Participation | null;
  readonly tier: FlagTier | null;
  readonly absence: AbsenceTrend | null;
}

/** What an administrator sees first. */
export interface Overview {
  readonly classes: readonly OverviewClass[];
  readonly schools: readonly OverviewSchool[];
  /** The newest sealed wave that asked one of these classes; null before the first. */
  readonly lastWave: ReadWave | null;
  /** Planned, open and unsealed waves, first to open first. */
  readonly running: readonly RunningWaveRow[];
  readonly flags: { readonly fresh: number; readonly open: number; readonly act: number };
  readonly weeks: readonly SchoolWeek[];
  /** Schools with attendance, by name: whether they or their grades rise. */
  readonly absence: readonly SchoolGroups[];
}

/** The classes of an administrator's schools, in a handful of set-based queries whatever their number. */
export async function readOverview(
  context: ServiceContext,
): Promise<Result<Overview, "forbidden">> {
  const { actor } = context;
  if (!can(actor, "overview.read", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const scope = ownScope(actor);
  const [classes, flags, totals, tiers, weeks, running, looks] = await Promise.all([
    listClasses(scope),
    listSeenFlags(context, scope),
    listAbsenceTotals(scope),
    listLatestTiers(scope),
    listSchoolWeeks(scope),
    listRunningWaves(scope),
    listGroupLooks(scope),
  ]);
  const latest = await latestClassCells(
    classes.map((row) => row.id),
    scope,
  );
  const figures = await schoolFigures(mainWaveBySchool(latest.byClass.values()));
  const absence = new Map(
    totals.map((row) => [row.classId, absenceTrend(row, tiers.get(row.classId))]),
  );
  const flagTiers = new Map(flags.map((flag) => [flag.classId, flag.tier]));
  const asked = new Set([...latest.byClass.values()].map(({ wave }) => wave.id));
  return success({
    classes: classes.map((row) => ({
      id: row.id,
      title: row.title,
      schoolName: row.schoolName,
      gradeWords: gradeWords(row.grades),
      ...belongingColumns(latest.byClass.get(row.id)),
      tier: flagTiers.get(row.id) ?? null,
      absence: absence.get(row.id) ?? null,
    })),
    schools: schoolsOf(classes, flags).map((school) => ({
      ...school,
      ...(figures.get(school.id) ?? { waveTitle: null, belonging: null, participation: null }),
    })),
    lastWave: latest.waves.find((wave) => asked.has(wave.id)) ?? null,
    running,
    flags: {
      fresh: flags.filter((flag) => flag.state === "new").length,
      open: flags.length,
      act: flags.filter((flag) => flag.tier === "act").length,
    },
    weeks,
    absence: [...groupsBySchool(looks).values()],
  });
}

function belongingColumns(
  latest: LatestCells | undefined,
): Pick<OverviewClass, "belonging" | "participation"> {
  if (latest === undefined) return { belonging: null, participation: null };
  const { row, wave } = latest;
  return {
    belonging: belongingBandOf(row, wave),
    participation: { ...row.participation, seats: row.rosterSize },
  };
}

/** Schools with classes, in the order of their names. */
function schoolsOf(
  classes: readonly ClassRow[],
  flags: readonly FlagRow[],
): Pick<OverviewSchool, "id" | "name" | "classes" | "openFlags">[] {
  const open = new Map<string, number>();
  for (const { schoolId } of flags) open.set(schoolId, (open.get(schoolId) ?? 0) + 1);
  const schools = new Map<string, { id: string; name: string; classes: number }>();
  for (const { schoolId: id, schoolName: name } of classes) {
    schools.set(id, { id, name, classes: (schools.get(id)?.classes ?? 0) + 1 });
  }
  return [...schools.values()].map((school) => ({
    ...school,
    openFlags: open.get(school.id) ?? 0,
  }));
}
