import { type AskedOfClass, listAskedOfClass } from "@/lib/data/asked-rosters";
import { type ClassCells, listClassCells } from "@/lib/data/releases";
import { listSealedWaves } from "@/lib/data/waves";
import { belongingOf, readSealedWave } from "./class-figures";
import type { WaveOfClass } from "./comparable-waves";

/** Waves shown beside each other: about a year. */
const WAVES_BACK = 8;

/** A sealed wave of a class with what its release says of it. */
export interface ClassWave extends WaveOfClass {
  readonly row: ClassCells;
  /** Students of the class whom the wave did not ask, because of their family's choice. */
  readonly notAsked: number;
}

const UNKNOWN: Omit<AskedOfClass, "roster"> & { roster: null } = { roster: null, notAsked: 0 };

/** The sealed waves of a class, newest first: those of about a year, or all. None before its first. */
export async function loadClassWaves(
  classId: string,
  { all = false }: { readonly all?: boolean } = {},
): Promise<ClassWave[]> {
  const sealed = await listSealedWaves({
    classIds: [classId],
    ...(all ? {} : { limit: WAVES_BACK }),
  });
  const waveIds = sealed.map((wave) => wave.id);
  const [rows, asked] = await Promise.all([
    listClassCells({ waveIds, classIds: [classId] }),
    listAskedOfClass({ classId, waveIds }),
  ]);
  const byWave = new Map(rows.map((row) => [row.waveId, row]));
  return sealed.flatMap((entry) => {
    const row = byWave.get(entry.id);
    if (row === undefined) return [];
    const wave = readSealedWave(entry);
    const { roster, notAsked } = asked.get(wave.id) ?? UNKNOWN;
    return [{ wave, row, belonging: belongingOf(row, wave), roster, notAsked }];
  });
}
