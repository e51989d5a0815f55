import { type ClassCells, listClassCells } from "@/lib/data/releases";
import { listSealedWaves } from "@/lib/data/waves";
import { type ReadWave, readSealedWave } from "../insight/class-figures";

/** A class's newest release, with the wave it is from. */
export interface LatestCells {
  readonly row: ClassCells;
  readonly wave: ReadWave;
}

/** Waves older than this are history: the overview is about now. */
const WAVES_BACK = 20;

/**
 * The newest released group of each class, whichever wave asked it last. Most districts ask all classes at once, so
 * the newest wave is read first, alone; only classes that it did not ask are looked up in the older ones, in steps
 * of twice as many waves.
 */
export async function latestClassCells(
  classIds: readonly string[],
  scope: { schoolIds?: readonly string[] },
): Promise<{ byClass: Map<string, LatestCells>; waves: readonly ReadWave[] }> {
  const sealed = await listSealedWaves({ limit: WAVES_BACK });
  const waves: ReadWave[] = [];
  const byClass = new Map<string, LatestCells>();
  let missing = [...classIds];
  for (let from = 0, count = 1; from < sealed.length && missing.length > 0; count *= 2) {
    const batch = sealed.slice(from, from + count).map(readSealedWave);
    from += count;
    waves.push(...batch);
    const rows = await listClassCells({
      waveIds: batch.map((wave) => wave.id),
      // All at first: a list of 2,000 ids costs more than the few rows it would leave out.
      ...(byClass.size === 0 ? scope : { classIds: missing }),
    });
    keepNewest(rows, batch, byClass);
    missing = missing.filter((id) => !byClass.has(id));
  }
  return { byClass, waves };
}

/** `batch` is newest first. */
function keepNewest(
  rows: readonly ClassCells[],
  batch: readonly ReadWave[],
  byClass: Map<string, LatestCells>,
): void {
  const known = new Set(byClass.keys());
  const place = new Map(batch.map((wave, index) => [wave.id, index]));
  for (const row of rows) {
    const at = place.get(row.waveId);
    const wave = at === undefined ? undefined : batch[at];
    if (at === undefined || wave === undefined || known.has(row.classId)) continue;
    const before = byClass.get(row.classId);
    if (before !== undefined && (place.get(before.wave.id) ?? Infinity) < at) continue;
    byClass.set(row.classId, { row, wave });
  }
}
