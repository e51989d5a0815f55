import { type ClassCells, listClassCells } from "@/lib/data/releases";
import { listRostersOfWaves } from "@/lib/data/asked-rosters";
import { listSealedWaves } from "@/lib/data/waves";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { NotComparable } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { ShownPulse } from "@/lib/plans/before-after";
import { belongingOf, type ReadWave, readSealedWave } from "../insight/class-figures";
import { comparableHistory, type WaveOfClass } from "../insight/comparable-waves";

/** A pulse of a class: what its release says of it, and what of that may stand beside the class's other pulses. */
export interface ClassPulseRow extends ShownPulse {
  readonly wave: ReadWave;
  readonly row: ClassCells;
  readonly roster: readonly string[] | null;
  readonly belonging: GroupBelonging | Withheld | NotComparable;
}

/**
 * The sealed pulses of classes since a day, newest first. The rule of comparison starts from the newest, as on the
 * page of the class: what that page hides, this does not show either, only further back.
 */
export async function listClassHistories(
  classIds: readonly string[],
  closedSince: Date,
): Promise<Map<string, ClassPulseRow[]>> {
  if (classIds.length === 0) return new Map();
  const waves = (await listSealedWaves({ classIds, closedSince })).map(readSealedWave);
  const waveIds = waves.map(({ id }) => id);
  const [rows, rosters] = await Promise.all([
    listClassCells({ waveIds, classIds }),
    listRostersOfWaves(waveIds, classIds),
  ]);
  const cells = new Map(rows.map((row) => [`${row.waveId} ${row.classId}`, row]));
  return new Map(
    classIds.map((classId) => {
      const own = waves.flatMap((wave): (WaveOfClass & { row: ClassCells })[] => {
        const row = cells.get(`${wave.id} ${classId}`);
        if (row === undefined) return [];
        const roster = rosters.get(wave.id)?.get(classId) ?? null;
        return [{ wave, row, roster, belonging: belongingOf(row, wave) }];
      });
      return [classId, shown(own)];
    }),
  );
}

function shown(own: readonly (WaveOfClass & { row: ClassCells })[]): ClassPulseRow[] {
  return comparableHistory(own).flatMap(({ wave, belonging }, at) => {
    const entry = own[at];
    if (entry === undefined) return [];
    const { opensAt, closesAt } = wave;
    return [{ wave, opensAt, closesAt, belonging, row: entry.row, roster: entry.roster }];
  });
}
