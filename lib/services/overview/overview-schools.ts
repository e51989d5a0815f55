import { listCellsOfWave } from "@/lib/data/releases";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { Participation } from "@/lib/waves/participation";
import { belongingBandOf, type ReadWave } from "../insight/class-figures";
import { groupCells } from "../insight/larger-group";
import type { LatestCells } from "./latest-class-cells";

/** A school in its last wave. */
export interface OverviewSchool {
  readonly id: string;
  readonly name: string;
  readonly classes: number;
  readonly waveTitle: string | null;
  readonly belonging: { readonly lo: number; readonly hi: number } | Withheld | null;
  readonly participation: Participation | null;
  readonly openFlags: number;
}

/**
 * For each school the wave that most of its classes were asked in last: a teacher's pulse for one class must not
 * stand for the school.
 */
export function mainWaveBySchool(latest: Iterable<LatestCells>): Map<string, ReadWave> {
  const counts = new Map<string, Map<string, { wave: ReadWave; classes: number }>>();
  for (const { row, wave } of latest) {
    const ofSchool =
      counts.get(row.schoolId) ?? new Map<string, { wave: ReadWave; classes: number }>();
    ofSchool.set(wave.id, { wave, classes: (ofSchool.get(wave.id)?.classes ?? 0) + 1 });
    counts.set(row.schoolId, ofSchool);
  }
  const main = new Map<string, ReadWave>();
  for (const [schoolId, waves] of counts) {
    const most = [...waves.values()].reduce((a, b) => (b.classes > a.classes ? b : a));
    main.set(schoolId, most.wave);
  }
  return main;
}

/** The school groups of those waves. */
export async function schoolFigures(
  main: ReadonlyMap<string, ReadWave>,
): Promise<Map<string, Pick<OverviewSchool, "waveTitle" | "belonging" | "participation">>> {
  const waves = new Map([...main.values()].map((wave) => [wave.id, wave]));
  const figures = new Map<
    string,
    Pick<OverviewSchool, "waveTitle" | "belonging" | "participation">
  >();
  await Promise.all(
    [...waves.values()].map(async (wave) => {
      const schoolIds = [...main].flatMap(([id, of]) => (of.id === wave.id ? [id] : []));
      const rows = await listCellsOfWave({ waveId: wave.id, level: "school", schoolIds });
      for (const group of groupCells(rows).values()) {
        figures.set(group.schoolId, {
          waveTitle: wave.title,
          belonging: belongingBandOf(group, wave),
          participation: { ...group.participation, seats: group.rosterSize },
        });
      }
    }),
  );
  return figures;
}
