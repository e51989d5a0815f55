import type { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";
import {
  classBelonging,
  type GroupBelonging,
  intervalOf,
  itemMeanEffect,
} from "@/lib/insight/class-belonging";
import type { FigureDesign } from "@/lib/insight/figure-design";

/** A released group that a cohort is made of: a class, a grade of a school, or the whole cohort itself. */
export interface CohortPart {
  readonly name: string;
  /** Of the roster, whoever answered. */
  readonly seats: number;
  /** Respondents as pages show them, in blocks. */
  readonly answered: { readonly lo: number; readonly hi: number };
  /** One a measure of the figure. */
  readonly cells: readonly (ReleasedBand | Withheld)[];
}

/** A part that is not in the figure, and why. */
export interface MissingPart {
  readonly name: string;
  readonly reason: string;
}

export type CohortFigure =
  | {
      readonly ok: true;
      readonly belonging: GroupBelonging;
      readonly shown: number;
      readonly of: number;
      readonly missing: readonly MissingPart[];
      /** Of the parts in the figure, summed from their blocks: never finer than what is shown of each. */
      readonly answered: { readonly lo: number; readonly hi: number; readonly seats: number };
    }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly missing: readonly MissingPart[];
    };

/** With fewer seats than this share in its shown parts a cohort would stand for others than it says. */
const LEAST_SEATS_SHOWN = 0.8;
/** A set of fewer shown classes is those classes: they have pages of their own. */
export const LEAST_CLASSES_SHOWN = 3;

/**
 * One figure of a cohort in one wave, made of the released bands of its parts and of nothing else. So two cohorts that
 * differ by one class tell no more about it together than its own band: whoever has both could have made both from
 * the parts' bands. Of a withheld part only its name, its reason and its seats (from the roster) are used; its number
 * of answers is not.
 * @param parts a single one for a group that has a cell of its own.
 * @param noun what the parts are: "classes".
 */
export function cohortFigure(
  parts: readonly CohortPart[],
  design: FigureDesign,
  { least, noun }: { readonly least: number; readonly noun: string },
): CohortFigure {
  const shown: { part: CohortPart; belonging: GroupBelonging }[] = [];
  const missing: MissingPart[] = [];
  for (const part of parts) {
    const outcome = classBelonging(part.cells, design);
    if (outcome.ok) shown.push({ part, belonging: outcome.belonging });
    else {
      const reason = outcome.code === "withheld" ? outcome.withheld.text : "was not asked this";
      missing.push({ name: part.name, reason });
    }
  }
  if (parts.length === 1 && missing[0] !== undefined) {
    return { ok: false, reason: missing[0].reason, missing: [] };
  }
  const seats = (of: readonly CohortPart[]) => of.reduce((sum, part) => sum + part.seats, 0);
  const own = shown.map(({ part }) => part);
  const count = `${String(missing.length)} of ${String(parts.length)} ${noun} are withheld`;
  if (shown.length < least || shown.length === 0) {
    const reason =
      missing.length === 0
        ? `fewer than ${String(least)} ${noun} were asked`
        : `${count}, and fewer than ${String(Math.max(1, least))} are left`;
    return { ok: false, reason, missing };
  }
  if (seats(own) < LEAST_SEATS_SHOWN * seats(parts)) {
    return { ok: false, reason: `${count}: too much for the rest to stand for all`, missing };
  }
  const sum = (end: "lo" | "hi") => own.reduce((all, { answered }) => all + answered[end], 0);
  return {
    ok: true,
    belonging: poolBelonging(shown.map(({ belonging }) => belonging)),
    ...{ shown: shown.length, of: parts.length, missing },
    answered: { lo: sum("lo"), hi: sum("hi"), seats: seats(own) },
  };
}

/**
 * The figure of several groups without a student in common, each weighed by its respondents: what the figure would be
 * if the band of all of them had been Σlo to Σhi of Σn. The range is certain as each group's is. The doubt of the
 * bands is Σ(nᵢ/N)²·vᵢ, since each group's place in its bands is its own; that of sampling is p(1 − p)/N with the
 * pooled p, which is never less than what the groups' own add up to.
 * Throws RangeError without a group, or where the groups' figures are not made of the same questions.
 */
export function poolBelonging(groups: readonly GroupBelonging[]): GroupBelonging {
  const [first] = groups;
  if (first === undefined) throw new RangeError("nothing to pool");
  if (groups.length === 1) return first;
  const { itemCount } = first;
  if (groups.some((group) => group.itemCount !== itemCount)) {
    throw new RangeError("figures of different questions are not pooled");
  }
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const mean = (of: (group: GroupBelonging) => number) =>
    groups.reduce((sum, group) => sum + (group.n / n) * of(group), 0);
  // A sum of weights carries dust.
  const band = {
    lo: Math.min(
      1,
      mean((group) => group.band.lo),
    ),
    hi: Math.min(
      1,
      mean((group) => group.band.hi),
    ),
  };
  const midpoint = (band.lo + band.hi) / 2;
  const bandVariance = groups.reduce(
    (sum, group) => sum + (group.n / n) ** 2 * group.bandVariance,
    0,
  );
  const designEffect = itemMeanEffect(itemCount);
  return {
    ...{ n, itemCount, band, midpoint, bandVariance },
    allAsked: groups.every(({ allAsked }) => allAsked),
    samplingVariance: ((midpoint * (1 - midpoint)) / n) * designEffect,
    get interval() {
      return intervalOf(midpoint, n, { designEffect, extraVariance: bandVariance });
    },
  };
}
