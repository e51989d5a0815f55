import { type BelongingGap, belongingGap } from "@/lib/insight/belonging-gap";
import type { Withheld } from "@/lib/disclosure/withheld";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { ConstructFigure } from "@/lib/insight/construct-figure";
import { poolWaves } from "@/lib/insight/pool-waves";
import { TERM_MS } from "@/lib/insight/term";
import { isRotating } from "@/lib/instruments/forms";
import { belongingOf, constructFigures, type MeasuredFigure, type ReadWave } from "./class-figures";
import type { ClassWave } from "./class-waves";
import { comparableHistory } from "./comparable-waves";
import { constructsOf } from "./construct-figures";

/** A class's constructs beside each other. */
export interface ClassThemes {
  /** Pulses taken together; 1 is the newest alone. */
  readonly waves: number;
  /** Where questions rotate one pulse is not enough: then no figures before the second. */
  readonly tooFew: boolean;
  readonly figures: readonly ConstructFigure[];
  /** How much belonging matters beside how much is found, where both were asked. */
  readonly gap: BelongingGap | null;
}

/**
 * Belonging of a class by construct: this term's pulses together, as far as they may stand beside each other. Where
 * every construct has one question only, of the newest pulse alone: questions are shown as they were answered last.
 * @param waves of the class, newest first, at least one
 */
export function classThemes(newest: ClassWave, waves: readonly ClassWave[]): ClassThemes {
  const alone = constructsOf(newest.row, newest.wave);
  if (alone.every(({ questions }) => questions.length < 2)) {
    return { waves: 1, tooFew: false, figures: alone, gap: null };
  }
  const together = comparableInTerm(newest, waves);
  if (isRotating(newest.wave.instrument) && together.length < 2) {
    return { waves: together.length, tooFew: true, figures: [], gap: null };
  }
  const measured = new Map(
    constructFigures(newest.wave).map(({ construct, figure }) => [construct, figure]),
  );
  const figures = alone.map((own) => ({
    ...own,
    belonging: pooled(together, newest, measured.get(own.construct)),
  }));
  const need = figures.find(({ construct }) => construct === "need-to-belong")?.belonging;
  const found = pooled(together, newest, newest.wave.index);
  return {
    ...{ waves: together.length, tooFew: false, figures },
    gap: need === undefined || "kind" in need || "kind" in found ? null : belongingGap(need, found),
  };
}

function comparableInTerm(newest: ClassWave, waves: readonly ClassWave[]): ClassWave[] {
  const since = newest.wave.closesAt.getTime() - TERM_MS;
  const ofTerm = waves.filter(({ wave }) => wave.closesAt.getTime() >= since);
  const shown = new Set<ReadWave>(
    comparableHistory(ofTerm).flatMap(({ wave, belonging }) =>
      "midpoint" in belonging ? [wave] : [],
    ),
  );
  return ofTerm.filter(({ wave }) => shown.has(wave));
}

/** Over the waves together; of a class whose newest wave is withheld, the reason. */
function pooled(
  together: readonly ClassWave[],
  newest: ClassWave,
  figure: MeasuredFigure | undefined,
): GroupBelonging | Withheld {
  const each = together.map(({ row, wave }) => belongingOf(row, wave, figure));
  const figures = each.flatMap((one) => ("midpoint" in one ? [one] : []));
  return poolWaves(figures) ?? belongingOf(newest.row, newest.wave, figure);
}
