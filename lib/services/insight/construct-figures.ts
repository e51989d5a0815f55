import type { ClassCells } from "@/lib/data/releases";
import type { ConstructFigure } from "@/lib/insight/construct-figure";
import { isIndexConstruct } from "@/lib/instruments/instrument";
import { favourableOf } from "@/lib/instruments/measures";
import { belongingOf, constructFigures, type ReadWave } from "./class-figures";

/** Each construct that a release has cells for. Classmates and adults to turn to are two questions and no scale. */
export function constructsOf(row: ClassCells, wave: ReadWave): ConstructFigure[] {
  return constructFigures(wave).flatMap(({ construct, figure }) => {
    const [first] = figure.measures;
    if (construct === "network" || first === undefined) return [];
    return [
      {
        construct,
        inIndex: isIndexConstruct(construct),
        questions: figure.measures.flatMap(({ items }) => items.map(({ text }) => text.en)),
        ...favourableOf(first),
        belonging: belongingOf(row, wave, figure),
      },
    ];
  });
}
