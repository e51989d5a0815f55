import type { CohortFigure } from "@/lib/insight/cohort-figure";
import type { Theme } from "@/lib/insight/cohort-request";
import { compareCohort } from "@/lib/waves/compare";
import type { ReadWave } from "../insight/class-figures";
import { comparableHistory, type WaveOfClass } from "../insight/comparable-waves";
import type { AskedWaves } from "./asked-waves";
import type { ResolvedCohort } from "./resolve-cohort";
import { type AskedRosters, shownRosters } from "./shown-rosters";
import { figureInWave, type WaveCells } from "./wave-figures";

/** One cohort in every wave of a page. */
export interface CohortHistory {
  /** Its figure of a theme, or why it is not shown; the first theme in every wave, the others in chosen ones. */
  readonly figure: (waveId: string, theme: Theme) => CohortFigure;
  /**
   * Σs²/(Σs)² over its classes; of a demographic group, as if it filled classes of the usual size: how it is spread
   * over them is not known.
   */
  readonly concentration: (waveId: string) => number;
}

interface HistoryInput {
  /** Newest first. */
  readonly waves: readonly ReadWave[];
  readonly cells: ReadonlyMap<string, WaveCells>;
  readonly themes: readonly Theme[];
  readonly asked: AskedWaves | undefined;
  readonly rosters: AskedRosters | undefined;
  readonly chosen: ReadonlySet<string>;
}

/**
 * Every figure of a cohort that a page shows. Its waves stand beside each other, so each must be comparable with every
 * newer one (`compareCohort`); one that is not gives the reason in place of its figures.
 */
export function figuresOfCohort(cohort: ResolvedCohort, input: HistoryInput): CohortHistory {
  const { waves, cells, themes, asked, rosters, chosen } = input;
  if (asked === undefined || rosters === undefined) throw new Error("a cohort was not looked up");
  const figures = new Map<string, CohortFigure>();
  for (const wave of waves) {
    for (const [at, theme] of themes.entries()) {
      if (at > 0 && !chosen.has(wave.id)) continue;
      const of = { wave, theme, cells: cells.get(wave.id) ?? new Map() };
      figures.set(named(wave.id, theme), figureInWave(cohort, asked.in(wave.id), of));
    }
  }
  const refused = notComparable(waves, {
    figures,
    themes,
    who: shownRosters(cohort, rosters, cells),
  });
  const seats = new Map(rosters.seats.map((row) => [row.waveId, row]));
  return {
    figure: (waveId, theme) => {
      const found = figures.get(named(waveId, theme));
      if (found === undefined) throw new Error(`${theme} was not worked out`);
      const reason = found.ok ? refused.get(waveId) : undefined;
      return reason === undefined ? found : { ok: false, reason, missing: [] };
    },
    concentration: (waveId) => {
      const own = seats.get(waveId);
      const size = asked.seats(waveId);
      if (own === undefined || own.seats === 0 || size === 0) return 1;
      return Math.min(1, own.squares / own.seats / size);
    },
  };
}

function named(waveId: string, theme: Theme): string {
  return `${waveId}/${theme}`;
}

/** By wave, why its figures may not stand beside those of the newer waves. */
function notComparable(
  waves: readonly ReadWave[],
  {
    figures,
    themes,
    who,
  }: {
    readonly figures: ReadonlyMap<string, CohortFigure>;
    readonly themes: readonly Theme[];
    readonly who: ReadonlyMap<string, readonly string[] | null>;
  },
): ReadonlyMap<string, string> {
  const shown = waves.flatMap((wave): WaveOfClass[] => {
    const any = themes
      .map((theme) => figures.get(named(wave.id, theme)))
      .find((figure) => figure?.ok === true);
    if (any?.ok !== true) return [];
    return [{ wave, belonging: any.belonging, roster: who.get(wave.id) ?? null }];
  });
  const remainder = Math.max(0, ...waves.map(({ policy }) => policy.remainder));
  const history = comparableHistory(shown, (before, after) =>
    compareCohort(before, after, remainder),
  );
  return new Map(
    history.flatMap(({ wave, belonging }) =>
      "ok" in belonging ? [[wave.id, belonging.reason] as const] : [],
    ),
  );
}
