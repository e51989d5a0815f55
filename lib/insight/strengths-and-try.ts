import type { Construct } from "@/lib/instruments/instrument";
import type { Withheld } from "@/lib/disclosure/withheld";

/**
 * A construct of one group, or its only question: where its share of favourable answers lies, 0 to 1. The released band
 * where everybody was asked; where forms were dealt the 95% interval, since the band is not certain there.
 */
export interface ComparedFigure {
  readonly construct: Construct;
  readonly range: { readonly lo: number; readonly hi: number } | Withheld;
}

/** What a figure is picked from: `of` figures, of which `beyond` lie certainly on the far side of it. */
export interface PickedFigure {
  readonly construct: Construct;
  readonly beyond: readonly Construct[];
}

export type StrengthsAndTry =
  | {
      readonly ok: true;
      /** One or two; nothing that is not named is certainly above one of them. */
      readonly strengths: readonly PickedFigure[];
      /** Others that could be as high as the strengths. */
      readonly asHigh: readonly Construct[];
      /** Nothing is certainly below it. */
      readonly toTry: PickedFigure;
      /** Others that could be as low; `clear` when none of them has as much certainly above it. */
      readonly asLow: readonly Construct[];
      readonly clear: boolean;
    }
  | { readonly ok: false; readonly code: "withheld" | "too-few" | "all-alike" };

/** Motives, numbers of people, and what stands in the way are other questions than how a class is. */
const COMPARED: ReadonlySet<Construct> = new Set<Construct>([
  "acceptance",
  "peer-contact",
  "stability-care",
  "teacher-care",
  "inclusion-fairness",
  "voice-tasks",
  "repair",
]);

/** With two figures "two strengths" would be everything that was asked. */
const LEAST_FIGURES = 3;
const MOST_STRENGTHS = 2;

interface Placed {
  readonly construct: Construct;
  readonly above: readonly Construct[];
  readonly below: readonly Construct[];
}

/**
 * Two strengths and one thing to try, of one group, from ranges alone. A figure is certainly above another when its
 * whole range is; what overlaps is not told apart. A strength is certainly above something, and nothing but a named
 * strength is certainly above it; the thing to try likewise from below. Where several qualify, those with the most on
 * their far side come first, then the order of the questions: never an order by results that overlap.
 */
export function strengthsAndTry(figures: readonly ComparedFigure[]): StrengthsAndTry {
  const shown: { construct: Construct; lo: number; hi: number }[] = [];
  for (const { construct, range } of figures) {
    if (!COMPARED.has(construct)) continue;
    if ("kind" in range) return { ok: false, code: "withheld" };
    shown.push({ construct, ...range });
  }
  if (shown.length < LEAST_FIGURES) return { ok: false, code: "too-few" };
  const placed = shown.map(({ construct, lo, hi }): Placed => ({
    construct,
    above: shown.filter((other) => other.lo > hi).map((other) => other.construct),
    below: shown.filter((other) => other.hi < lo).map((other) => other.construct),
  }));
  const lows = placed
    .filter(({ above, below }) => below.length === 0 && above.length > 0)
    .toSorted((a, b) => b.above.length - a.above.length);
  const [lowest] = lows;
  if (lowest === undefined) return { ok: false, code: "all-alike" };
  const { named, asHigh } = strengthsOf(placed);
  return {
    ok: true,
    strengths: named.map(({ construct, below }) => ({ construct, beyond: below })),
    asHigh,
    toTry: { construct: lowest.construct, beyond: lowest.above },
    asLow: lows.slice(1).map(({ construct }) => construct),
    clear: lows.slice(1).every(({ above }) => above.length < lowest.above.length),
  };
}

/** The top, and where it is one figure alone, the top of the others. */
function strengthsOf(placed: readonly Placed[]): { named: Placed[]; asHigh: Construct[] } {
  const highest = topOf(placed, []);
  const [first] = highest;
  const all =
    highest.length === 1 && first !== undefined
      ? [first, ...topOf(placed, [first.construct])]
      : highest;
  return {
    named: all.slice(0, MOST_STRENGTHS),
    asHigh: all.slice(MOST_STRENGTHS).map(({ construct }) => construct),
  };
}

/** Certainly above something, and certainly below nothing but what is named already. */
function topOf(placed: readonly Placed[], named: readonly Construct[]): Placed[] {
  return placed
    .filter(
      ({ construct, above, below }) =>
        !named.includes(construct) &&
        below.length > 0 &&
        above.every((other) => named.includes(other)),
    )
    .toSorted((a, b) => b.below.length - a.below.length);
}
