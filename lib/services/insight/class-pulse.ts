import type { ClassRow } from "@/lib/data/classes";
import { findMarginRosters } from "@/lib/data/margins";
import { type ClassCells, listClassCells } from "@/lib/data/releases";
import { listSealedWaves } from "@/lib/data/waves";
import type { ReleasedBand } from "@/lib/disclosure/band";
import type { ReleasedNetwork } from "@/lib/disclosure/nominations/released-network";
import { Withheld } from "@/lib/disclosure/withheld";
import type { Change } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { type Construct, isIndexConstruct } from "@/lib/instruments/instrument";
import { favourableOf } from "@/lib/instruments/measures";
import { type Participation, type ParticipationLevel, shownLevel } from "@/lib/waves/participation";
import { belongingOf, measureOf, type ReadWave, readSealedWave } from "./class-figures";
import { loadClassTies } from "./class-ties";
import { classThemes, type ClassThemes } from "./class-themes";
import {
  changeSinceLast,
  comparableHistory,
  type HistoryEntry,
  type WaveOfClass,
} from "./comparable-waves";
import { type LargerGroup, nearestShownGroup } from "./larger-group";

/** Waves shown beside each other: about a year. */
const WAVES_BACK = 8;

/** One question of the last wave with the band of favourable answers, or why there is none. */
export interface ItemFigure {
  readonly id: string;
  readonly text: string;
  readonly construct: Construct;
  readonly anchor: boolean;
  /** The answers that the band is the share of, and whether they are those at the low end of the scale. */
  readonly favourable: readonly string[];
  readonly reverse: boolean;
  /** Part of the belonging figure; the others are shown by themselves. */
  readonly inIndex: boolean;
  readonly cell: ReleasedBand | Withheld;
}

/** What the releases say about one class. */
export interface ClassPulse {
  readonly wave: ReadWave;
  readonly participation: Participation;
  readonly level: ParticipationLevel;
  readonly belonging: GroupBelonging | Withheld;
  /** Questions that everybody was asked. */
  readonly items: readonly ItemFigure[];
  /** By construct over the term; null where no construct has several questions. */
  readonly themes: ClassThemes | null;
  /** Who could ask whom for help, as figures of the class; null where it was not asked. */
  readonly ties: ReleasedNetwork | null;
  /** For a withheld class: the smallest larger group that is shown. */
  readonly larger: LargerGroup | null;
  /** Null when there was no wave before, or one of the two is withheld. */
  readonly change: Change | null;
  /** Newest first; waves that may not stand beside the newest give the reason instead. */
  readonly history: readonly HistoryEntry[];
}

/** The last sealed wave of a class and those before it; null before its first. */
export async function loadClassPulse(of: ClassRow): Promise<ClassPulse | null> {
  const sealed = await listSealedWaves({ classIds: [of.id], limit: WAVES_BACK });
  const waveIds = sealed.map((wave) => wave.id);
  const [rows, rosters] = await Promise.all([
    listClassCells({ waveIds, classIds: [of.id] }),
    findMarginRosters({ classId: of.id, waveIds }),
  ]);
  const byWave = new Map(rows.map((row) => [row.waveId, row]));
  const waves: (WaveOfClass & { row: ClassCells })[] = sealed.flatMap((entry) => {
    const row = byWave.get(entry.id);
    if (row === undefined) return [];
    const wave = readSealedWave(entry);
    return [{ wave, row, belonging: belongingOf(row, wave), roster: rosters.get(wave.id) ?? null }];
  });
  const [last] = waves;
  if (last === undefined) return null;
  const { wave, row, belonging } = last;
  return {
    wave,
    belonging,
    participation: { ...row.participation, seats: row.rosterSize },
    level: shownLevel({ ...row.participation, seats: row.rosterSize }),
    items: itemFigures(row, wave),
    themes: classThemes(waves),
    ties: row.withheld === null ? await loadClassTies(of.id, wave.id) : null,
    larger: belonging instanceof Withheld ? await nearestShownGroup(of.id, row, wave) : null,
    change: changeSinceLast(waves),
    history: comparableHistory(waves),
  };
}

function itemFigures(row: ClassCells, wave: ReadWave): ItemFigure[] {
  // Rotating questions are left to the themes of a term.
  return wave.measures
    .filter(({ asked }) => asked === 1)
    .map((measure) => ({
      id: measure.id,
      text: measure.items.map(({ text }) => text.en).join(" "),
      construct: measure.construct,
      anchor: measure.items.every(({ anchor }) => anchor),
      ...favourableOf(measure),
      inIndex: isIndexConstruct(measure.construct),
      cell: measureOf(row, measure, wave.policy),
    }));
}
