import {
  type GroupCells,
  listAskedByWave,
  listGroupOverWaves,
  listRosterDigests,
} from "@/lib/data/group-cells";
import type { SealedWave } from "@/lib/data/waves";
import { mainWaves } from "@/lib/insight/main-waves";
import { compareCohort } from "@/lib/waves/compare";
import { belongingOf, readSealedWave } from "./class-figures";
import { comparableHistory, type HistoryEntry, type WaveOfClass } from "./comparable-waves";

/** A school, or the district, in one wave. */
export interface GroupInWave extends WaveOfClass {
  readonly row: GroupCells;
  /** How many of its classes were asked. */
  readonly classes: number;
}

/** The same as it may stand beside its newer waves. */
export interface GroupHistoryEntry extends HistoryEntry, Pick<GroupInWave, "row" | "classes"> {
  /** Its figure by itself, whatever it may stand beside. */
  readonly alone: GroupInWave["belonging"];
  readonly roster: GroupInWave["roster"];
}

/** A school (null: the district) in each of these waves whose release has it, in their order. */
export async function loadGroupWaves(
  sealed: readonly SealedWave[],
  schoolId: string | null,
): Promise<GroupInWave[]> {
  const waveIds = sealed.map(({ id }) => id);
  const level = schoolId === null ? "district" : "school";
  const [cells, rosters] = await Promise.all([
    listGroupOverWaves({ waveIds, level, schoolId }),
    rostersOf(waveIds, schoolId),
  ]);
  const ofWave = new Map(cells.map((row) => [row.waveId, row]));
  return sealed.flatMap((stored) => {
    const row = ofWave.get(stored.id);
    if (row === undefined) return [];
    const wave = readSealedWave(stored);
    const { classes = 0, asked: roster = null } = rosters.get(wave.id) ?? {};
    return [{ wave, row, classes, roster, belonging: belongingOf(row, wave) }];
  });
}

/**
 * The waves that speak for a group (`mainWaves`), newest first, each as far as it may stand beside every newer one
 * (`compareCohort`).
 */
export function groupHistory(waves: readonly GroupInWave[]): GroupHistoryEntry[] {
  const main = mainWaves(waves);
  const remainder = main[0]?.wave.policy.remainder ?? 0;
  const history = comparableHistory(main, (before, after) =>
    compareCohort(before, after, remainder),
  );
  return history.flatMap((entry, at) => {
    const own = main[at];
    if (own === undefined) return [];
    const { row, classes, roster, belonging: alone } = own;
    return [{ ...entry, row, classes, roster, alone }];
  });
}

interface AskedInWave {
  readonly classes: number;
  readonly asked: readonly string[];
}

/** Who was asked in each wave: waves with the same students share one list, read once. */
async function rostersOf(
  waveIds: readonly string[],
  schoolId: string | null,
): Promise<Map<string, AskedInWave>> {
  const digests = await listRosterDigests({ waveIds, schoolId });
  const firstOf = new Map<string, string>();
  for (const { digest, waveId } of digests) {
    if (!firstOf.has(digest)) firstOf.set(digest, waveId);
  }
  const asked = await listAskedByWave({ waveIds: [...firstOf.values()], schoolId });
  return new Map(
    digests.map(({ waveId, digest, classes }) => {
      const students = asked.get(firstOf.get(digest) ?? "") ?? [];
      return [waveId, { classes, asked: students }] as const;
    }),
  );
}
