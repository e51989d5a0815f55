import type { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";
import { percentRange, percentWords, respondentWords, wholePoints } from "@/lib/insight/percent";
import type { PercentRange } from "@/lib/insight/percent";
import { shareInterval } from "@/lib/psychometrics/interval";

/**
 * Correlation between two items of one student. An assumption until a measured one is released: inter-item
 * correlations of the synthetic survey are near .4 (alpha .907 over 15 items gives .39).
 */
const INTER_ITEM_CORRELATION = 0.4;

/** What a group's released bands say about its belonging. Every share runs from 0 to 1. */
export interface GroupBelonging {
  /** Respondents to the item that fewest answered. For statistics: pages show blocks of 5. */
  readonly n: number;
  readonly itemCount: number;
  /** Certain: the mean over items of the favourable share lies in here. */
  readonly band: { readonly lo: number; readonly hi: number };
  readonly midpoint: number;
  /** Variance of the true figure around the midpoint, the bands being what they are. */
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

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The mean over items of the favourable share, for certain between these. Shares, 0 to 1. */
export function meanBand(bands: readonly ReleasedBand[]): { lo: number; hi: number } {
  return {
    lo: mean(bands.map(({ shareLo }) => shareLo)),
    hi: mean(bands.map(({ shareHi }) => shareHi)),
  };
}

/**
 * Variance of an item's share around its band's midpoint, width²/12 (reference/statistics.md). A band of counts lo…hi
 * holds hi − lo + 1 values; taking hi − lo as the width would understate the (w² − 1)/12 of w equally likely counts.
 */
function shareVariance({ lo, hi, n }: ReleasedBand): number {
  return ((hi - lo + 1) / n) ** 2 / 12;
}

/**
 * Belonging of a group in one wave: the mean over its items of the favourable share, from the released bands alone.
 * The interval adds one pseudo-student (`shareInterval`), reduces the sampling variance p(1−p)/n by what k items
 * share, and adds the bands' own variance, (1/k²)·Σ width²/12. One withheld item withholds the figure: the rest would
 * be a different figure under the same name.
 * @param cells one a item of the index, all of the same group and wave.
 */
export function classBelonging(cells: readonly (ReleasedBand | Withheld)[]): ClassBelonging {
  const bands: ReleasedBand[] = [];
  for (const cell of cells) {
    if (cell.kind === "withheld") return { ok: false, code: "withheld", withheld: cell };
    bands.push(cell);
  }
  if (bands.length === 0) return { ok: false, code: "no-items" };

  const k = bands.length;
  const n = Math.min(...bands.map((band) => band.n));
  const band = meanBand(bands);
  const midpoint = (band.lo + band.hi) / 2;
  const bandVariance = mean(bands.map(shareVariance)) / k;
  const designEffect = itemMeanEffect(k);
  const { lo, hi } = shareInterval(midpoint * n, n, { designEffect, extraVariance: bandVariance });
  return {
    ok: true,
    belonging: {
      n,
      itemCount: k,
      band,
      midpoint,
      bandVariance,
      samplingVariance: ((midpoint * (1 - midpoint)) / n) * designEffect,
      interval: { lo, hi },
    },
  };
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
export function describeBelonging({ n, band, midpoint, interval }: GroupBelonging): BelongingWords {
  const shown = percentRange(band);
  const doubt = percentRange(interval);
  const points = wholePoints(Math.max(midpoint - interval.lo, interval.hi - midpoint));
  return {
    band: shown,
    interval: doubt,
    points,
    figure: `On average over the questions, ${percentWords(shown)} of the answers were favourable.`,
    doubt:
      `With ${respondentWords(n)} answers this figure is good to ± ${points} points: ` +
      `most likely it lies within ${percentWords(doubt)}.`,
  };
}
