import type { ClassCells } from "@/lib/data/releases";
import type { Withheld } from "@/lib/disclosure/withheld";
import { type BelongingGap, belongingGap } from "@/lib/insight/belonging-gap";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { poolWaves } from "@/lib/insight/pool-waves";
import { TERM_MS } from "@/lib/insight/term";
import { type Construct, isIndexConstruct } from "@/lib/instruments/instrument";
import { isRotating } from "@/lib/instruments/forms";
import { belongingOf, constructFigures, type MeasuredFigure, type ReadWave } from "./class-figures";
import { comparableHistory, type WaveOfClass } from "./comparable-waves";

/** What a class's pulses say of one construct. */
export interface ThemeFigure {
  readonly construct: Construct;
  readonly inIndex: boolean;
  readonly questions: readonly string[];
  readonly belonging: GroupBelonging | Withheld;
}

export interface ClassThemes {
  /** Pulses taken together; 1 is the newest alone. */
  readonly waves: number;
  /** Where questions rotate one pulse is not enough: then no figures before the second. */
  readonly tooFew: boolean;
  readonly figures: readonly ThemeFigure[];
  /** How much belonging matters beside how much is found, where both were asked. */
  readonly gap: BelongingGap | null;
}

/**
 * Belonging of a class by construct: this term's pulses together, as far as they may stand beside each other. Null where
 * no construct has more than one question: the question is then all there is to say.
 * @param waves of the class, newest first
 */
export function classThemes(
  waves: readonly (WaveOfClass & { readonly row: ClassCells })[],
): ClassThemes | null {
  const [newest] = waves;
  if (newest === undefined) return null;
  // Classmates and adults to turn to are two questions and no scale.
  const figures = constructFigures(newest.wave).filter(({ construct }) => construct !== "network");
  if (figures.every(({ figure }) => questionsOf(figure).length < 2)) return null;
  const since = newest.wave.closesAt.getTime() - TERM_MS;
  const ofTerm = waves.filter(({ wave }) => wave.closesAt.getTime() >= since);
  const shown = new Set<ReadWave>(
    comparableHistory(ofTerm).flatMap(({ wave, belonging }) =>
      "midpoint" in belonging ? [wave] : [],
    ),
  );
  const together = ofTerm.filter(({ wave }) => shown.has(wave));
  const tooFew = isRotating(newest.wave.instrument) && together.length < 2;
  const shownFigures = tooFew
    ? []
    : figures.map(({ construct, figure }) => ({
        construct,
        inIndex: isIndexConstruct(construct),
        questions: questionsOf(figure),
        belonging: pooled(together, newest, figure),
      }));
  const need = shownFigures.find(({ construct }) => construct === "need-to-belong")?.belonging;
  const found = pooled(together, newest, newest.wave.index);
  return {
    ...{ waves: together.length, tooFew, figures: shownFigures },
    gap: need === undefined || "kind" in need || "kind" in found ? null : belongingGap(need, found),
  };
}

function questionsOf({ measures }: MeasuredFigure): string[] {
  return measures.flatMap(({ items }) => items.map(({ text }) => text.en));
}

/** Over the waves together; of a class whose newest wave is withheld, the reason. */
function pooled(
  together: readonly (WaveOfClass & { readonly row: ClassCells })[],
  newest: WaveOfClass & { readonly row: ClassCells },
  figure: MeasuredFigure,
): GroupBelonging | Withheld {
  const each = together.map(({ row, wave }) => belongingOf(row, wave, figure));
  const figures = each.flatMap((one) => ("midpoint" in one ? [one] : []));
  return poolWaves(figures) ?? belongingOf(newest.row, newest.wave, figure);
}
