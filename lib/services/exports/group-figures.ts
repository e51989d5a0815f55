import type { ClassCells } from "@/lib/data/releases";
import type { ExportedFigure } from "@/lib/exports/results-table";
import type { NotComparable } from "@/lib/insight/change";
import { CONSTRUCT_WORDS } from "@/lib/insight/construct-words";
import { isRotating } from "@/lib/instruments/forms";
import { type Construct, isIndexConstruct } from "@/lib/instruments/instrument";
import { favourableOf, type Measure } from "@/lib/instruments/measures";
import { belongingOf, constructFigures, measureOf, type ReadWave } from "../insight/class-figures";

/** What a row of a release may say in a file: the same as on the page of the group. */
interface GroupOfWave {
  readonly row: ClassCells;
  readonly wave: ReadWave;
  readonly level: "class" | "school";
  /** In place of every figure, where the pulse may not stand beside a newer one. */
  readonly instead: NotComparable | null;
}

/** Belonging first, then themes of several questions, then the questions as they are asked. */
export function groupFigures(group: GroupOfWave): ExportedFigure[] {
  return [belonging(group), ...themes(group), ...questions(group)];
}

function belonging({ row, wave, instead }: GroupOfWave): ExportedFigure {
  return {
    ...{ what: "belonging", theme: "Belonging", question: null, inBelonging: true },
    favourable: usualLabels(wave),
    figure: instead ?? belongingOf(row, wave),
  };
}

function themes({ row, wave, instead }: GroupOfWave): ExportedFigure[] {
  // Of a class one pulse with rotating questions says too little about a theme; of a school its measure says it below.
  if (isRotating(wave.instrument)) return [];
  return constructFigures(wave).flatMap(({ construct, figure }) => {
    if (construct === "network" || figure.measures.length < 2) return [];
    return [
      {
        ...({ what: "theme", theme: themeWords(construct), question: null } as const),
        inBelonging: isIndexConstruct(construct),
        favourable: [...new Set(figure.measures.map((measure) => labels(measure)))],
        figure: instead ?? belongingOf(row, wave, figure),
      },
    ];
  });
}

function questions({ row, wave, level, instead }: GroupOfWave): ExportedFigure[] {
  return wave.measures
    .filter(({ asked }) => level === "school" || asked === 1)
    .map((measure) => ({
      what: measure.items.length > 1 ? "theme" : "question",
      theme: themeWords(measure.construct),
      question: measure.items.map(({ text }) => text.en).join(" / "),
      inBelonging: isIndexConstruct(measure.construct),
      favourable: favourableOf(measure).favourable,
      figure: instead ?? measureOf(row, measure, wave.policy),
    }));
}

function labels(measure: Measure): string {
  return favourableOf(measure).favourable.join(" or ");
}

function usualLabels(wave: ReadWave): readonly string[] {
  const usual = wave.index.measures.find(({ counted }) => !counted.reverse);
  return usual === undefined ? [] : favourableOf(usual).favourable;
}

/** Of barriers the favourable answers are those that meet few. */
function themeWords(construct: Construct): string {
  return construct === "barriers" ? "Few barriers" : CONSTRUCT_WORDS[construct];
}
