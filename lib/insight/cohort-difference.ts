import { type GroupBelonging, itemMeanEffect } from "@/lib/insight/class-belonging";
import { wholePoints } from "@/lib/insight/percent";
import { normalQuantile } from "@/lib/psychometrics/normal";

/**
 * How alike students of one class are, at least: the share of the variance between students that lies between classes
 * (ICC1). From the reference survey (.0860, docs/measurement.md). Where the classes compared show more, that is used.
 */
const CLASS_CORRELATION = 0.09;

/** Of all differences of a page together: so often is at least one called real that is not, at most. */
const PAGE_ERROR = 0.05;

/** A cohort's figure, and how its students are spread over classes. */
export interface ComparedFigure {
  readonly belonging: GroupBelonging;
  /** Σs²/(Σs)² over the seats s of its classes: 1 of a single class, 1/C of C equal ones. */
  readonly concentration: number;
}

export interface Difference {
  /** Midpoint less the other's midpoint, a share. */
  readonly difference: number;
  /** Half the interval's width, a share. */
  readonly reach: number;
  readonly verdict: "about-the-same" | "higher" | "lower";
  /** "About the same", "Higher, and unlikely to be chance". */
  readonly words: string;
  /** "between 3 points lower and 9 points higher". */
  readonly interval: string;
}

/**
 * The doubt of the bands, of which students answered, and of which classes a cohort happens to have:
 * τ²·Σs²/(Σs)², with τ² what the classes show (`classSpread`), and never less than ICC1 of one student's variance.
 */
function variance({ belonging, concentration }: ComparedFigure, spread: number | null): number {
  const { midpoint, itemCount, samplingVariance, bandVariance } = belonging;
  const assumed = CLASS_CORRELATION * midpoint * (1 - midpoint) * itemMeanEffect(itemCount);
  return samplingVariance + bandVariance + Math.max(assumed, spread ?? 0) * concentration;
}

/**
 * A cohort beside another in the same wave, by the same questions. The interval is for `count` differences together
 * (Bonferroni: each at PAGE_ERROR/count), so that at most one page in twenty calls anything real that is chance.
 * Students in both cohorts make the two more alike than two groups of others; their covariance is at least 0 and is
 * left out: the interval is then wider than it need be. Without classes in it, the interval would speak of these
 * classes only, and whole schools would differ "beyond chance" because each has other ones.
 * @param spread variance of true class figures within cohorts; null where it is not known.
 * Throws RangeError unless `count` is a whole number from 1 up.
 */
export function differenceOf(
  own: ComparedFigure,
  other: ComparedFigure,
  { count, spread }: { readonly count: number; readonly spread: number | null },
): Difference {
  if (!Number.isInteger(count) || count < 1) throw new RangeError("at least one difference");
  const quantile = normalQuantile(1 - PAGE_ERROR / (2 * count));
  const difference = own.belonging.midpoint - other.belonging.midpoint;
  const reach = quantile * Math.sqrt(variance(own, spread) + variance(other, spread));
  const verdict =
    Math.abs(difference) < reach ? "about-the-same" : difference > 0 ? "higher" : "lower";
  return {
    ...{ difference, reach, verdict },
    words: VERDICT_WORDS[verdict],
    interval: intervalWords(difference - reach, difference + reach),
  };
}

const VERDICT_WORDS: Readonly<Record<Difference["verdict"], string>> = {
  "about-the-same": "About the same",
  higher: "Higher, and unlikely to be chance",
  lower: "Lower, and unlikely to be chance",
};

/** Ends in whole points, rounded outwards; below 0 is lower. */
function intervalWords(lo: number, hi: number): string {
  const near = (share: number) => String(Math.floor(share * 100 + 1e-9));
  if (lo > 0) return `${near(lo)} to ${points(hi)} higher`;
  if (hi < 0) return `${near(-hi)} to ${points(-lo)} lower`;
  return `between ${points(-lo)} lower and ${points(hi)} higher`;
}

function points(share: number): string {
  const whole = Math.max(0, wholePoints(share));
  return `${String(whole)} ${whole === 1 ? "point" : "points"}`;
}
