import type { ClassCells } from "@/lib/data/releases";
import type { ReleasedBand } from "@/lib/disclosure/band";
import type { ReleasedNetwork } from "@/lib/disclosure/nominations/released-network";
import { Withheld } from "@/lib/disclosure/withheld";
import type { Change } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { comparedOf } from "@/lib/insight/construct-figure";
import { type StrengthsAndTry, strengthsAndTry } from "@/lib/insight/strengths-and-try";
import { type Construct, isIndexConstruct } from "@/lib/instruments/instrument";
import { favourableOf } from "@/lib/instruments/measures";
import { readWaveOptions } from "@/lib/waves/read-options";
import { type Participation, type ParticipationLevel, shownLevel } from "@/lib/waves/participation";
import { measureOf, type ReadWave } from "./class-figures";
import { loadClassTies } from "./class-ties";
import { classThemes, type ClassThemes } from "./class-themes";
import { loadClassWaves } from "./class-waves";
import { changeSinceLast, comparableHistory, type HistoryEntry } from "./comparable-waves";
import { type LargerGroup, nearestShownGroup } from "./larger-group";

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
  /** Students of the class whom the wave did not ask, because of their family's choice. */
  readonly notAsked: number;
  readonly level: ParticipationLevel;
  readonly belonging: GroupBelonging | Withheld;
  /** Questions that everybody was asked. */
  readonly items: readonly ItemFigure[];
  /** By construct: over the term, or its one question in the last pulse. */
  readonly themes: ClassThemes;
  /** What goes well and what could be tried, as far as those tell. */
  readonly strengths: StrengthsAndTry;
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
export async function loadClassPulse(classId: string): Promise<ClassPulse | null> {
  const waves = await loadClassWaves(classId);
  const [last] = waves;
  if (last === undefined) return null;
  const { wave, row, belonging, notAsked } = last;
  const themes = classThemes(last, waves);
  const asksTies = row.withheld === null && readWaveOptions(wave.options).nominations;
  const [ties, larger] = await Promise.all([
    // Only where it was asked: the figures lie inside the release's body, which is long in a large district.
    asksTies ? loadClassTies(classId, wave.id) : null,
    belonging instanceof Withheld ? nearestShownGroup(classId, row, wave) : null,
  ]);
  const participation = { ...row.participation, seats: row.rosterSize };
  return {
    ...{ wave, belonging, participation, notAsked, themes, ties, larger },
    level: shownLevel(participation),
    items: itemFigures(row, wave),
    strengths: strengthsAndTry(comparedOf(themes.figures)),
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
