import { can } from "@/lib/access/can";
import { listSchoolWeeks, type SchoolWeek } from "@/lib/data/class-weeks";
import { countClassesBySchool } from "@/lib/data/classes";
import type { FlagRow } from "@/lib/data/flags";
import { listGroupLooks } from "@/lib/data/group-absence";
import { countStagedRuns } from "@/lib/data/imports";
import { countPlansToLookAt } from "@/lib/data/plans";
import { listRunningWaves, type RunningWaveRow } from "@/lib/data/running-waves";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listSeenFlags } from "../flags/seen-flags";
import type { ReadWave } from "../insight/class-figures";
import { groupsBySchool, type SchoolGroups } from "../insight/group-absence";
import { districtDay } from "../imports/district-day";
import { ownScope } from "../insight/own-scope";
import { type AttentionItem, attentionItems } from "./attention";
import { type OverviewSchool, schoolFigures } from "./overview-schools";

/** What an administrator sees first. Classes are on a page of their own, a school at a time. */
export interface Overview {
  readonly attention: readonly AttentionItem[];
  readonly schools: readonly OverviewSchool[];
  /** The newest sealed wave that asked one of these schools; null before the first. */
  readonly lastWave: ReadWave | null;
  /** Planned, open and unsealed waves, first to open first. */
  readonly running: readonly RunningWaveRow[];
  /** Open flags that the reader may see by now. */
  readonly openFlags: number;
  readonly weeks: readonly SchoolWeek[];
  /** Schools with attendance, by name: whether they or their grades rise. */
  readonly absence: readonly SchoolGroups[];
}

/** The schools of an administrator with their grades, in a handful of set-based queries whatever their number. */
export async function readOverview(
  context: ServiceContext,
): Promise<Result<Overview, "forbidden">> {
  const { actor } = context;
  if (!can(actor, "overview.read", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const scope = ownScope(actor);
  const imports = can(actor, "attendance.import", undefined).allowed;
  const dueOf = async () => countPlansToLookAt(scope, await districtDay(context));
  const [schools, flags, weeks, running, looks, figures, stagedImports, plansToLookAt] =
    await Promise.all([
      countClassesBySchool(scope),
      listSeenFlags(context, scope),
      listSchoolWeeks(scope),
      listRunningWaves(scope),
      listGroupLooks(scope),
      schoolFigures(scope),
      imports ? countStagedRuns() : 0,
      dueOf(),
    ]);
  const schoolIds = schools.map(({ id }) => id);
  const open = openBySchool(flags);
  return success({
    attention: attentionItems(
      { flags, running, weeks, schoolIds, stagedImports, plansToLookAt },
      context.now,
    ),
    schools: schools.map((school) => {
      const own = figures.get(school.id);
      return {
        ...school,
        openFlags: open.get(school.id) ?? 0,
        waveId: own?.wave.id ?? null,
        waveTitle: own?.wave.title ?? null,
        belonging: own?.belonging ?? null,
        participation: own?.participation ?? null,
        grades: own?.grades ?? [],
      };
    }),
    lastWave: newest([...figures.values()].map(({ wave }) => wave)),
    running,
    openFlags: flags.length,
    weeks,
    absence: [...groupsBySchool(looks).values()],
  });
}

function newest(waves: readonly ReadWave[]): ReadWave | null {
  const [first, ...rest] = waves;
  if (first === undefined) return null;
  return rest.reduce((a, b) => (b.closesAt > a.closesAt ? b : a), first);
}

function openBySchool(flags: readonly FlagRow[]): Map<string, number> {
  const open = new Map<string, number>();
  for (const { schoolId } of flags) open.set(schoolId, (open.get(schoolId) ?? 0) + 1);
  return open;
}
