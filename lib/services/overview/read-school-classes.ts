import { can } from "@/lib/access/can";
import { countClassesBySchool } from "@/lib/data/classes";
import { listMainWaves } from "@/lib/data/group-cells";
import { listSealedWaves } from "@/lib/data/waves";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { FlagTier } from "@/lib/flags/evidence";
import type { ClassPoint } from "@/lib/charts/belonging-absence";
import type { ScatterRegions } from "@/lib/charts/scatter-marks";
import type { Construct } from "@/lib/instruments/instrument";
import { failure, type Result, success } from "@/lib/result";
import type { Participation } from "@/lib/waves/participation";
import type { ServiceContext } from "../context";
import { belongingBandOf, type ReadWave, readSealedWave } from "../insight/class-figures";
import { gradeWords } from "../insight/grade-words";
import { ownScope } from "../insight/own-scope";
import { type AbsenceTrend, absenceTrend } from "./absence-trend";
import { classPoints, flagRegions } from "./class-points";
import { type ConstructRow, constructRows, shownConstructs } from "./construct-rows";
import { loadSchoolClasses, type SchoolClass } from "./school-classes";

/** One class of the list. Shares run from 0 to 1; null: never asked, or no attendance. */
export interface OverviewClass {
  readonly id: string;
  readonly title: string;
  readonly gradeWords: string;
  readonly belonging: { readonly lo: number; readonly hi: number } | Withheld | null;
  readonly participation: Participation | null;
  readonly tier: FlagTier | null;
  readonly absence: AbsenceTrend | null;
}

/** A school that the reader can choose. */
export interface SchoolChoice {
  readonly id: string;
  readonly name: string;
}

/** The classes of one school, as its administrators compare them; never in an order by result. */
export interface SchoolClasses {
  readonly schools: readonly SchoolChoice[];
  readonly school: SchoolChoice;
  /** True when the address named a school that is not there, or not the reader's. */
  readonly unknownSchool: boolean;
  readonly classes: readonly OverviewClass[];
  /** What the charts show: null before the school's first sealed wave. */
  readonly charts: {
    readonly wave: ReadWave;
    readonly constructs: readonly Construct[];
    readonly rows: readonly ConstructRow[];
    readonly points: readonly ClassPoint[];
    readonly regions: ScatterRegions;
    /** Titles of classes that this wave did not ask. */
    readonly notAsked: readonly string[];
  } | null;
}

/** The classes of one school with heat map, scatter and list; the first school by name unless one is asked for. */
export async function readSchoolClasses(
  context: ServiceContext,
  asked: string | undefined,
): Promise<Result<SchoolClasses, "forbidden" | "no-classes">> {
  const { actor } = context;
  if (!can(actor, "overview.read", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const schools = await countClassesBySchool(ownScope(actor));
  const school = schools.find(({ id }) => id === asked) ?? schools[0];
  if (school === undefined) return failure("no-classes");
  const [classes, [main]] = await Promise.all([
    loadSchoolClasses(context, school.id),
    listMainWaves({ schoolIds: [school.id] }),
  ]);
  const [sealed] = main === undefined ? [] : await listSealedWaves({ ids: [main.waveId] });
  return success({
    schools: schools.map(({ id, name }) => ({ id, name })),
    school: { id: school.id, name: school.name },
    unknownSchool: asked !== undefined && asked !== school.id,
    classes: classes.map(listed),
    charts: sealed === undefined ? null : await chartsOf(classes, readSealedWave(sealed)),
  });
}

async function chartsOf(classes: readonly SchoolClass[], wave: ReadWave) {
  const asked = classes.filter(({ latest }) => latest?.wave.id === wave.id);
  const others = classes.filter(({ latest }) => latest?.wave.id !== wave.id);
  return {
    wave,
    constructs: shownConstructs(wave),
    rows: constructRows(asked, wave),
    points: classPoints(asked, wave),
    regions: await flagRegions(wave),
    notAsked: others.map(({ row }) => row.title),
  };
}

function listed({ row, latest, tier, totals, signal }: SchoolClass): OverviewClass {
  return {
    id: row.id,
    title: row.title,
    gradeWords: gradeWords(row.grades),
    belonging: latest === undefined ? null : belongingBandOf(latest.row, latest.wave),
    participation:
      latest === undefined ? null : { ...latest.row.participation, seats: latest.row.rosterSize },
    tier,
    absence: totals === undefined ? null : absenceTrend(totals, signal?.tier),
  };
}
