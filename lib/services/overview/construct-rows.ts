import type { Withheld } from "@/lib/disclosure/withheld";
import type { Construct } from "@/lib/instruments/instrument";
import { belongingOf, constructFigures, type ReadWave } from "../insight/class-figures";
import type { SchoolClass } from "./school-classes";

/** One class with the band of each construct, in the order of `shownConstructs`. */
export interface ConstructRow {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly ({ readonly lo: number; readonly hi: number } | Withheld)[];
}

/** How much belonging matters is no good or bad, and people to turn to are said over two pulses only. */
const LEFT_OUT: ReadonlySet<Construct> = new Set(["need-to-belong", "network"]);

function figuresOf(wave: ReadWave) {
  return constructFigures(wave).filter(({ construct }) => !LEFT_OUT.has(construct));
}

/** What a heat map of this wave has columns for. */
export function shownConstructs(wave: ReadWave): Construct[] {
  return figuresOf(wave).map(({ construct }) => construct);
}

/** The classes of one wave by construct, in the order in which they come. */
export function constructRows(classes: readonly SchoolClass[], wave: ReadWave): ConstructRow[] {
  const figures = figuresOf(wave);
  return classes.flatMap(({ row, latest }) => {
    if (latest === undefined) return [];
    const cells = figures.map(({ figure }) => {
      const found = belongingOf(latest.row, wave, figure);
      return "kind" in found ? found : found.band;
    });
    return [{ id: row.id, title: row.title, cells }];
  });
}
