import { type Difference, differenceOf } from "@/lib/insight/cohort-difference";
import type { CohortFigure } from "@/lib/insight/cohort-figure";
import type { Theme } from "@/lib/insight/cohort-request";
import type { ReadWave } from "../insight/class-figures";
import type { CohortHistory } from "./cohort-history";
import { spreadOf, type Strata } from "./cohort-spread";
import { mayShareStudents, type ResolvedCohort } from "./resolve-cohort";

/** Everything that is drawn of the waves shown. */
export interface Shown {
  readonly cohorts: readonly ResolvedCohort[];
  readonly waves: readonly ReadWave[];
  readonly histories: readonly CohortHistory[];
  /** Of the waves chosen: the classes that show how much classes differ. */
  readonly strata: ReadonlyMap<string, Strata>;
}

/** A cohort beside the first. */
export interface BesideFirst {
  readonly difference: Difference;
  /** Whether the two may have students in common. */
  readonly shared: boolean;
}

/** All cohorts of a page in one wave and theme, in their order. */
export interface ThemeInWave {
  readonly wave: ReadWave;
  readonly theme: Theme;
  readonly figures: readonly CohortFigure[];
  /** Null of the first, and where one of the two is not shown. */
  readonly beside: readonly (BesideFirst | null)[];
}

/** The figures of each wave and theme, and all the differences from the first, judged together. */
export function comparedInWave(
  wanted: readonly { readonly waveId: string; readonly theme: Theme }[],
  { cohorts, waves, histories, strata }: Shown,
): { readonly list: readonly ThemeInWave[]; readonly count: number } {
  const rows = wanted.flatMap(({ waveId, theme }) => {
    const wave = waves.find(({ id }) => id === waveId);
    if (wave === undefined) return [];
    return [{ wave, theme, figures: histories.map((one) => one.figure(waveId, theme)) }];
  });
  const count = rows.reduce((sum, { figures: [first, ...others] }) => {
    return sum + (first?.ok === true ? others.filter(({ ok }) => ok).length : 0);
  }, 0);
  const list = rows.map((row): ThemeInWave => {
    const [first] = row.figures;
    const at = row.wave.id;
    const spread = spreadOf(strata.get(at) ?? [], row.wave, row.theme);
    const beside = row.figures.map((figure, place): BesideFirst | null => {
      const [own, other] = [cohorts[place], cohorts[0]];
      const [mine, base] = [histories[place], histories[0]];
      if (place === 0 || first?.ok !== true || !figure.ok) return null;
      if (!own || !other || !mine || !base) return null;
      const difference = differenceOf(
        { belonging: figure.belonging, concentration: mine.concentration(at) },
        { belonging: first.belonging, concentration: base.concentration(at) },
        { count, spread },
      );
      return { difference, shared: mayShareStudents(own, other) };
    });
    return { ...row, beside };
  });
  return { list, count };
}
