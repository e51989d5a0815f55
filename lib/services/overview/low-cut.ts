import { listClassCells } from "@/lib/data/releases";
import { summariseClasses } from "@/lib/insight/summarise-classes";
import { isForYoungest } from "@/lib/instruments/instrument";
import { belongingOf, type ReadWave } from "../insight/class-figures";

/** A release never changes, and neither does what follows from it. By release hash; a handful of waves are looked at. */
const known = new Map<string, number | null>();
const MOST_KNOWN = 50;

/**
 * The share below which a class of this wave counts as low, from all classes of the district (`summariseClasses`); null
 * where no differences between classes are told. A posterior mean lies between a class's midpoint and μ, and the cut
 * lies below μ: no class whose midpoint is above it can be on watch.
 */
export async function lowCutOf(wave: ReadWave): Promise<number | null> {
  const before = known.get(wave.releaseHash);
  if (before !== undefined) return before;
  const cut = isForYoungest(wave.instrument) ? null : await workOut(wave);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(wave.releaseHash, cut);
  return cut;
}

async function workOut(wave: ReadWave): Promise<number | null> {
  const rows = await listClassCells({ waveIds: [wave.id] });
  const classes = rows.flatMap((row) => {
    const belonging = belongingOf(row, wave);
    return "kind" in belonging ? [] : [{ classId: row.classId, belonging }];
  });
  if (classes.length === 0) return null;
  const summary = summariseClasses(classes);
  return summary.ok ? summary.cut : null;
}
