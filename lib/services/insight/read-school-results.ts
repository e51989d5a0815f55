import { z } from "zod";
import { can } from "@/lib/access/can";
import { listSchools } from "@/lib/data/classes";
import { listMargins } from "@/lib/data/margins";
import {
  findReleaseReliability,
  findReleaseStamp,
  listCellsOfWave,
  type ReleaseCellRow,
} from "@/lib/data/releases";
import { findWave } from "@/lib/data/waves";
import { ReleasedBand } from "@/lib/disclosure/band";
import { ALL_OTHER, NOT_RECORDED } from "@/lib/disclosure/merge-categories";
import type { Policy } from "@/lib/disclosure/policy";
import { reliabilitySchema } from "@/lib/disclosure/release-schema";
import type { ReleasedReliability } from "@/lib/disclosure/scale-reliability";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { Change } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { failure, type Result, success } from "@/lib/result";
import type { Construct } from "@/lib/instruments/instrument";
import { favourableOf } from "@/lib/instruments/measures";
import { readWaveOptions } from "@/lib/waves/read-options";
import type { Participation } from "@/lib/waves/participation";
import type { ServiceContext } from "../context";
import { belongingOf, measureOf, type ReadWave, readSealedWave } from "./class-figures";
import { groupCells } from "./larger-group";
import { schoolPeople, type SchoolPeople } from "./school-people";
import { schoolChanges, schoolPairs } from "./school-changes";

/** A school of a wave, or one demographic group of it. */
export interface GroupResult {
  readonly id: string;
  /** Null: the school itself. */
  readonly group: { readonly dimension: string; readonly category: string } | null;
  readonly belonging: GroupBelonging | Withheld;
  readonly participation: Participation;
}

/** One question of a school: favourable answers and, where the release has them, the other two. */
export interface SchoolQuestion {
  readonly id: string;
  readonly construct: Construct;
  /** The question; of a construct whose questions rotate, all of them. */
  readonly texts: readonly string[];
  readonly favourable: ReleasedBand | Withheld;
  /** The answers that count as favourable, and whether they are those at the low end of the scale. */
  readonly labels: readonly string[];
  readonly reverse: boolean;
  readonly others: { readonly unfavourable: ReleasedBand; readonly neutral: ReleasedBand } | null;
}

export interface SchoolResult {
  readonly schoolId: string;
  readonly schoolName: string;
  /** The school first, then its groups by demographic and category. */
  readonly groups: readonly GroupResult[];
  readonly questions: readonly SchoolQuestion[];
  /** Since the pulse before; null when there was none, or one of the two is withheld. */
  readonly change: Change | null;
  /** How well its answers measure one thing; null below 100 respondents and in old releases. */
  readonly reliability: ReleasedReliability | null;
  /** Whom students can turn to, over this pulse and the one before; empty where they were not asked twice. */
  readonly people: readonly SchoolPeople[];
}

export interface SchoolResults {
  readonly dimensions: readonly string[];
  /** By name. */
  readonly schools: readonly SchoolResult[];
}

/** What a sealed wave's release says of each school and its groups: for those who own every class of the wave. */
export async function readSchoolResults(
  context: ServiceContext,
  waveId: string,
): Promise<Result<SchoolResults, "missing">> {
  const [stored, stamp] = await Promise.all([findWave(waveId), findReleaseStamp(waveId)]);
  if (stored === null || stamp === null) return failure("missing");
  const classes = await listMargins(waveId);
  if (!can(context.actor, "wave.download", { classes }).allowed) return failure("missing");
  const { dimensions } = readWaveOptions(stored.options);
  const wave = readSealedWave({ ...stored, sealedOn: stamp.sealedOn, releaseHash: stamp.hash });
  const levels = ["school", ...dimensions.map((name) => `school/${name}`)];
  const rows = await Promise.all(levels.map((level) => listCellsOfWave({ waveId, level })));
  const pairs = await schoolPairs(wave, classes);
  const changes = schoolChanges(wave, pairs);
  const reliability = new Map(
    z
      .array(reliabilitySchema)
      .parse((await findReleaseReliability(waveId)) ?? [])
      .map((figures) => [figures.group, figures]),
  );
  const names = new Map((await listSchools()).map(({ id, name }) => [id, name]));
  const bySchool = new Map<string, ReleaseCellRow[]>();
  for (const row of rows.flat()) {
    const id = row.schoolId ?? "";
    bySchool.set(id, [...(bySchool.get(id) ?? []), row]);
  }
  const schools = [...bySchool].map(([schoolId, own]) => ({
    ...{ schoolId, schoolName: names.get(schoolId) ?? schoolId },
    groups: groupResults(own, wave),
    change: changes.get(schoolId) ?? null,
    reliability: reliability.get(`school:${schoolId}`) ?? null,
    people: schoolPeople(wave, pairs.get(schoolId)),
    questions: questionsOf(
      own.filter(({ level }) => level === "school"),
      wave,
    ),
  }));
  return success({
    dimensions,
    schools: schools.sort((a, b) => a.schoolName.localeCompare(b.schoolName, "en")),
  });
}

/** In the order in which their levels were read, and in it by category; what is joined comes last. */
function groupResults(rows: readonly ReleaseCellRow[], wave: ReadWave): GroupResult[] {
  const heads = rows.filter(({ item }) => item === "");
  const cells = groupCells(rows);
  const order = [...new Set(heads.map(({ level }) => level))];
  return heads
    .toSorted(
      (a, b) =>
        order.indexOf(a.level) - order.indexOf(b.level) || byCategory(a.category, b.category),
    )
    .flatMap(({ groupId, level, margin, category }) => {
      const found = cells.get(groupId);
      if (found === undefined) return [];
      return [
        {
          id: groupId,
          group: level === "school" ? null : { dimension: margin, category: category ?? "" },
          belonging: belongingOf(found, wave),
          participation: { ...found.participation, seats: found.rosterSize },
        },
      ];
    });
}

const LAST: readonly (string | null)[] = [ALL_OTHER, NOT_RECORDED];

function byCategory(a: string | null, b: string | null): number {
  const late = LAST.indexOf(a) - LAST.indexOf(b);
  return late === 0 ? (a ?? "").localeCompare(b ?? "", "en") : late;
}

function questionsOf(rows: readonly ReleaseCellRow[], wave: ReadWave): SchoolQuestion[] {
  const [school] = groupCells(rows).values();
  if (school === undefined) return [];
  const cells = new Map(rows.map((row) => [row.item, row]));
  return wave.measures.map((measure) => {
    const { favourable, reverse } = favourableOf(measure);
    return {
      id: measure.id,
      construct: measure.construct,
      texts: measure.items.map(({ text }) => text.en),
      ...{ labels: favourable, reverse },
      favourable: measureOf(school, measure, wave.policy),
      // Who was not asked is among the neutral: three parts would say nothing true.
      // How many have nobody is said over two pulses only (`people`).
      others:
        measure.asked < 1 || measure.construct === "network"
          ? null
          : othersOf(cells.get(measure.id), wave.policy),
    };
  });
}

function othersOf(row: ReleaseCellRow | undefined, policy: Policy): SchoolQuestion["others"] {
  if (row === undefined || row.withheld !== null) return null;
  const { n, unfavourableLo, unfavourableHi, neutralLo, neutralHi } = row;
  if (n === null || unfavourableLo === null || unfavourableHi === null) return null;
  if (neutralLo === null || neutralHi === null) return null;
  return {
    unfavourable: ReleasedBand.fromCell({ lo: unfavourableLo, hi: unfavourableHi, n }, policy),
    neutral: ReleasedBand.fromCell({ lo: neutralLo, hi: neutralHi, n }, policy),
  };
}
