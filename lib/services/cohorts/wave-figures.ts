import type { ClassCells } from "@/lib/data/releases";
import { cohortFigure, type CohortFigure, type CohortPart } from "@/lib/insight/cohort-figure";
import type { Theme } from "@/lib/insight/cohort-request";
import {
  constructFigures,
  type MeasuredFigure,
  measureOf,
  type ReadWave,
} from "../insight/class-figures";
import type { Asked } from "./asked-waves";
import type { ResolvedCohort } from "./resolve-cohort";

/** By group, what the release of one wave has. */
export type WaveCells = ReadonlyMap<string, ClassCells>;

const NOT_ASKED: Readonly<Record<Exclude<Asked, "asked">, string>> = {
  "not-asked": "not asked in this pulse",
  "in-part": "this pulse asked only a part of it",
};

/** The questions of a theme and how they are weighed; null where the wave asked none of it. */
export function themeFigure(wave: ReadWave, theme: Theme): MeasuredFigure | null {
  if (theme === "belonging") return wave.index.measures.length === 0 ? null : wave.index;
  return constructFigures(wave).find(({ construct }) => construct === theme)?.figure ?? null;
}

/** A cohort in one wave: its figure of a theme, or why there is none. From released bands alone (`cohortFigure`). */
export function figureInWave(
  cohort: ResolvedCohort,
  asked: Asked,
  { wave, cells, theme }: { wave: ReadWave; cells: WaveCells; theme: Theme },
): CohortFigure {
  const none = (reason: string): CohortFigure => ({ ok: false, reason, missing: [] });
  if (asked !== "asked") return none(NOT_ASKED[asked]);
  const figure = themeFigure(wave, theme);
  if (figure === null) return none("this pulse did not ask about it");
  const parts: CohortPart[] = [];
  const unasked: { name: string; reason: string }[] = [];
  for (const { groupId, name } of cohort.parts) {
    const row = cells.get(groupId);
    if (row === undefined) unasked.push({ name, reason: NOT_ASKED["not-asked"] });
    else parts.push({ name, ...partOf(row, wave, figure) });
  }
  const made = cohortFigure(parts, figure.design, cohort.rule);
  const missing = [...made.missing, ...unasked];
  return made.ok ? { ...made, of: cohort.parts.length, missing } : { ...made, missing };
}

function partOf(
  row: ClassCells,
  wave: ReadWave,
  { measures }: MeasuredFigure,
): Omit<CohortPart, "name"> {
  return {
    seats: row.rosterSize,
    answered: row.participation,
    cells: measures.map((measure) => measureOf(row, measure, wave.policy)),
  };
}
