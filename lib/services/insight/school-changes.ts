import { listRostersOfWaves } from "@/lib/data/asked-rosters";
import { listMargins, type MarginRow } from "@/lib/data/margins";
import { listCellsOfWave, type ReleaseCellRow } from "@/lib/data/releases";
import { listSealedWaves } from "@/lib/data/waves";
import type { Change } from "@/lib/insight/change";
import { compareCohort } from "@/lib/waves/compare";
import { belongingOf, type ReadWave, readSealedWave } from "./class-figures";
import { changeSinceLast, type WaveOfClass } from "./comparable-waves";
import { groupCells } from "./larger-group";

/** How far back the pulse before is looked for. */
const WAVES_BACK = 12;

/** A school in two pulses: the newer one, and the one before it that asked any of the same classes. */
export interface SchoolPair {
  readonly now: SchoolOfWave;
  readonly before: SchoolOfWave;
}

interface SchoolOfWave extends WaveOfClass {
  /** Classes of it that were asked. */
  readonly classes: number;
  readonly rows: readonly ReleaseCellRow[];
}

/** By school, this pulse and the one before it. Schools without one are not there. */
export async function schoolPairs(
  wave: ReadWave,
  margins: readonly MarginRow[],
): Promise<ReadonlyMap<string, SchoolPair>> {
  const classIds = margins.map(({ classId }) => classId);
  const sealed = await listSealedWaves({ classIds, limit: WAVES_BACK });
  const before = sealed.find(({ closesAt }) => closesAt < wave.closesAt);
  if (before === undefined) return new Map();
  const [now, then] = await Promise.all([
    bySchool(wave, margins),
    bySchool(readSealedWave(before), await listMargins(before.id)),
  ]);
  return new Map(
    [...now].flatMap(([school, own]) => {
      const earlier = then.get(school);
      return earlier === undefined ? [] : [[school, { now: own, before: earlier }] as const];
    }),
  );
}

/**
 * By school, what changed since the pulse before that asked any of the same classes. Who was asked is each
 * pulse's own snapshot, and both must differ by nobody or by enough (`compareCohort`). Schools without a pulse
 * before, or with a figure withheld, are not there.
 */
export function schoolChanges(
  wave: ReadWave,
  pairs: ReadonlyMap<string, SchoolPair>,
): ReadonlyMap<string, Change> {
  const rule: Parameters<typeof changeSinceLast>[1] = (earlier, later) =>
    compareCohort(earlier, later, wave.policy.remainder);
  const changes = new Map<string, Change>();
  for (const [school, { now, before }] of pairs) {
    const change = changeSinceLast([now, before], rule);
    if (change !== null) changes.set(school, change);
  }
  return changes;
}

/** Each school of a wave with its figure and everybody who was asked in it. */
async function bySchool(
  wave: ReadWave,
  margins: readonly MarginRow[],
): Promise<Map<string, SchoolOfWave>> {
  const [rows, rosters] = await Promise.all([
    listCellsOfWave({ waveId: wave.id, level: "school" }),
    listRostersOfWaves([wave.id]),
  ]);
  const asked = new Map<string, string[]>();
  for (const { classId, schoolId } of margins) {
    const students = rosters.get(wave.id)?.get(classId) ?? [];
    asked.set(schoolId, [...(asked.get(schoolId) ?? []), ...students]);
  }
  return new Map(
    [...groupCells(rows).values()].map((group) => [
      group.schoolId,
      {
        wave,
        belonging: belongingOf(group, wave),
        roster: asked.get(group.schoolId) ?? null,
        classes: margins.filter(({ schoolId }) => schoolId === group.schoolId).length,
        rows: rows.filter(({ schoolId }) => schoolId === group.schoolId),
      },
    ]),
  );
}
