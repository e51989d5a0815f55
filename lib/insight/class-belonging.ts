import type { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";
import { percentRange, percentWords, respondentWords, wholePoints } from "@/lib/insight/percent";
import type { PercentRange } from "@/lib/insight/percent";
import {
  dealingVariance,
  evenDesign,
  type FigureDesign,
  INTER_ITEM_CORRELATION,
} from "@/lib/insight/figure-design";
import { shareInterval } from "@/lib/psychometrics/interval";

/** What a group's released bands say about its belonging. Every share runs from 0 to 1. */
export interface GroupBelonging {
  /** Respondents to the item that fewest answered. For statistics: pages show blocks of 5. */
  readonly n: number;
  /** Of equal weight; not a whole number where some weigh more. */
  readonly itemCount: number;
  /** Whether every student was asked everything: then the band is certain, else it is for so many as are asked on average. */
  readonly allAsked: boolean;
  /** The mean over items of the favourable share lies in here. */
  readonly band: { readonly lo: number; readonly hi: number };
  readonly midpoint: number;
  /** Variance of the true figure around the midpoint: bands are wide, and forms were dealt by chance. */
  readonly bandVariance: number;
  /** Variance that another set of n such students would bring. */
  readonly samplingVariance: number;
  /** 95%: sampling and bands together. */
  readonly interval: { readonly lo: number; readonly hi: number };
}

export type ClassBelonging =
  | { readonly ok: true; readonly belonging: GroupBelonging }
  | { readonly ok: false; readonly code: "withheld"; readonly withheld: Withheld }
  | { readonly ok: false; readonly code: "no-items" };

/** Variance of a mean over k items in units of one item's variance: (1 + (k − 1)ρ)/k. */
export function itemMeanEffect(itemCount: number): number {
  return (1 + (itemCount - 1) * INTER_ITEM_CORRELATION) / itemCount;
}

/** The weighted mean of the favourable shares lies between these. Shares, 0 to 1. */
export function meanBand(
  bands: readonly ReleasedBand[],
  { weights }: FigureDesign = evenDesign(bands.length),
): { lo: number; hi: number } {
  let [lo, hi] = [0, 0];
  for (const [at, { shareLo, shareHi }] of bands.entries()) {
    const weight = weights[at] ?? 0;
    lo += weight * shareLo;
    hi += weight * shareHi;
  }
  // A sum of weights carries dust.
  return { lo: Math.min(1, lo), hi: Math.min(1, hi) };
}

/**
 * Variance of an item's share around its band's midpoint, width²/12 (reference/statistics.md). A band of counts lo…hi
 * holds hi − lo + 1 values; taking hi − lo as the width would understate the (w² − 1)/12 of w equally likely counts.
 */
function shareVariance({ lo, hi, n, asked }: ReleasedBand): number {
  return ((hi - lo + 1) / (n * asked)) ** 2 / 12;
}

/**
 * Belonging of a group in one wave: the mean over its items of the favourable share, from the released bands alone.
 * The interval adds one pseudo-student (`shareInterval`), reduces the sampling variance p(1−p)/n by what k items
 * share, and adds the bands' own variance, Σ w²·width²/12, and that of dealing forms (`dealingVariance`). One withheld
 * item withholds the figure: the rest would be a different figure under the same name.
 * @param cells one a measure of the index, all of the same group and wave.
 * @param design how they are weighed; evenly unless given.
 */
export function classBelonging(
  cells: readonly (ReleasedBand | Withheld)[],
  design: FigureDesign = evenDesign(cells.length),
): ClassBelonging {
  const bands: ReleasedBand[] = [];
  for (const cell of cells) {
    if (cell.kind === "withheld") return { ok: false, code: "withheld", withheld: cell };
    bands.push(cell);
  }
  if (bands.length === 0) return { ok: false, code: "no-items" };

  const n = Math.min(...bands.map((band) => band.n));
  const band = meanBand(bands, design);
  const midpoint = (band.lo + band.hi) / 2;
  const wide = bands.reduce(
    (sum, cell, at) => sum + (design.weights[at] ?? 0) ** 2 * shareVariance(cell),
    0,
  );
  const bandVariance = wide + dealingVariance(design, midpoint, n);
  const designEffect = itemMeanEffect(design.itemCount);
  return {
    ok: true,
    belonging: {
      n,
      itemCount: design.itemCount,
      allAsked: bands.every(({ asked }) => asked === 1),
      band,
      midpoint,
      bandVariance,
      samplingVariance: ((midpoint * (1 - midpoint)) / n) * designEffect,
      // Worked out when it is read: a beta's quantiles are the dearest part, and most figures are only pooled.
      get interval() {
        return intervalOf(midpoint, n, { designEffect, extraVariance: bandVariance });
      },
    },
  };
}

/** The 95% interval of a share p of n students. */
export function intervalOf(
  p: number,
  n: number,
  options: Parameters<typeof shareInterval>[2],
): { readonly lo: number; readonly hi: number } {
  const { lo, hi } = shareInterval(p * n, n, options);
  return { lo, hi };
}

/** The figure as a page says it. `points` is how far the interval reaches from the middle, in percentage points. */
export interface BelongingWords {
  readonly band: PercentRange;
  readonly interval: PercentRange;
  readonly points: number;
  readonly figure: string;
  readonly doubt: string;
}

/** Plain words for a belonging figure: what is certain first, then how far chance could have moved it. */
export function describeBelonging(belonging: GroupBelonging): BelongingWords {
  const { n, band, midpoint, interval, allAsked } = belonging;
  const shown = percentRange(band);
  const doubt = percentRange(interval);
  const points = wholePoints(Math.max(midpoint - interval.lo, interval.hi - midpoint));
  return {
    band: shown,
    interval: doubt,
    points,
    figure: allAsked
      ? `On average over the questions, ${percentWords(shown)} of the answers were favourable.`
      : `On average over the questions, about ${percentWords(shown)} of the answers were favourable; each student was asked some of them.`,
    doubt:
      `With ${respondentWords(n)} answers this figure is good to ± ${points} points: ` +
      `most likely it lies within ${percentWords(doubt)}.`,
  };
}
