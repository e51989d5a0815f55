import type { Measure } from "@/lib/instruments/measures";
import {
  densityOf,
  type PeopleFigure,
  peopleFigure,
  poolPeople,
  type Range,
} from "@/lib/network/people-to-turn-to";
import type { ReleaseCellRow } from "@/lib/data/releases";
import { compareCohort } from "@/lib/waves/compare";
import type { ReadWave } from "./class-figures";
import type { SchoolPair } from "./school-changes";

/** Whom a school's students can turn to, by one question, over two pulses. */
export interface SchoolPeople {
  readonly text: string;
  readonly figure: PeopleFigure;
  /** Of a class of the usual size, people one could turn to of those there are; null where it is not about classmates. */
  readonly density: Range | null;
}

/** The question that is about classmates; the other is about adults. */
const OF_CLASSMATES = "network-1";

/**
 * Both pulses together, where both asked the same questions with all three kinds of answers shown, and may stand beside
 * each other. One pulse alone would say how many have nobody of too few answers (reference/statistics.md, "Network").
 */
export function schoolPeople(wave: ReadWave, pair: SchoolPair | undefined): SchoolPeople[] {
  if (pair === undefined || !mayStandTogether(pair, wave)) return [];
  return wave.measures.flatMap((measure) => {
    if (measure.construct !== "network") return [];
    const each = [pair.now.rows, pair.before.rows].map((rows) => figureOf(rows, measure));
    const figures = each.flatMap((figure) => figure ?? []);
    const figure = figures.length === each.length ? poolPeople(figures) : undefined;
    if (figure === undefined) return [];
    const size = measure.id === OF_CLASSMATES ? usualClassSize(pair) : null;
    return [
      {
        text: measure.items[0]?.text.en ?? "",
        figure,
        density: size === null ? null : densityOf(figure.mean, size),
      },
    ];
  });
}

function mayStandTogether({ now, before }: SchoolPair, wave: ReadWave): boolean {
  const asked = ({ id, version }: ReadWave["instrument"]) => `${id}/${String(version)}`;
  if (asked(now.wave.instrument) !== asked(before.wave.instrument)) return false;
  const rosters = [before.roster, now.roster].map((roster) =>
    roster === null ? null : new Set(roster),
  );
  return compareCohort(rosters[0] ?? null, rosters[1] ?? null, wave.policy.remainder).comparable;
}

function figureOf(rows: readonly ReleaseCellRow[], { id }: Measure): PeopleFigure | null {
  const row = rows.find(({ item }) => item === id);
  if (row === undefined || row.withheld !== null) return null;
  const { n, lo, hi, unfavourableLo, unfavourableHi, neutralLo, neutralHi } = row;
  if (n === null || lo === null || hi === null || unfavourableLo === null) return null;
  if (unfavourableHi === null || neutralLo === null || neutralHi === null) return null;
  return peopleFigure({
    n,
    none: { lo: unfavourableLo, hi: unfavourableHi },
    few: { lo: neutralLo, hi: neutralHi },
    many: { lo, hi },
  });
}

/** Students a class, on average over the school's classes in this pulse. */
function usualClassSize({ now }: SchoolPair): number | null {
  const { classes } = now;
  return now.roster === null || classes === 0 ? null : now.roster.length / classes;
}
