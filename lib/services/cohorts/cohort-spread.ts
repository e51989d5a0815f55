import { type ClassCells, listClassCells } from "@/lib/data/releases";
import { classSpread } from "@/lib/insight/class-spread";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { Theme } from "@/lib/insight/cohort-request";
import { belongingOf, type ReadWave } from "../insight/class-figures";
import type { ResolvedCohort } from "./resolve-cohort";
import { themeFigure, type WaveCells } from "./wave-figures";

/** The released classes of a wave, by the school or set that they are looked at in. */
export type Strata = readonly (readonly ClassCells[])[];

/**
 * Classes that show how much classes differ: those of the cohorts' schools, school by school, and those of the saved
 * sets, set by set. A cohort of the whole district adds none: thousands of classes for a number that dozens give.
 */
export async function loadStrata(
  cohorts: readonly ResolvedCohort[],
  waveId: string,
  cells: WaveCells,
): Promise<Strata> {
  const schoolIds = [...new Set(cohorts.flatMap(({ scope }) => scope.schoolIds ?? []))];
  const rows = schoolIds.length === 0 ? [] : await listClassCells({ waveIds: [waveId], schoolIds });
  const sets = cohorts.filter(({ made }) => made === "of-classes");
  return [
    ...schoolIds.map((school) => rows.filter(({ schoolId }) => schoolId === school)),
    ...sets.map(({ parts }) => parts.flatMap(({ groupId }) => cells.get(groupId) ?? [])),
  ];
}

/** The variance of true class figures within those schools and sets; null where it is not known. */
export function spreadOf(strata: Strata, wave: ReadWave, theme: Theme): number | null {
  const figure = themeFigure(wave, theme);
  if (figure === null) return null;
  return classSpread(
    strata.map((rows) =>
      rows.flatMap((row): GroupBelonging[] => {
        if (row.withheld !== null) return [];
        const belonging = belongingOf(row, wave, figure);
        return "kind" in belonging ? [] : [belonging];
      }),
    ),
  );
}
