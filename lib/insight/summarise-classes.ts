import { itemMeanEffect } from "@/lib/insight/class-belonging";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { falseDiscoverySet } from "@/lib/psychometrics/false-discovery";
import { lowCut, probabilityLow } from "@/lib/psychometrics/low-belonging";
import { MINIMUM_CLASSES, shrinkClassMeans } from "@/lib/psychometrics/shrinkage";

/** From this probability up, and inside the false-discovery set, a class is on watch (reference/statistics.md). */
const WATCH_PROBABILITY = 0.5;

export interface ClassFigure {
  readonly classId: string;
  readonly belonging: GroupBelonging;
}

/** A class after borrowing from all the others. Shares, 0 to 1. */
export interface ClassSummary {
  readonly classId: string;
  readonly mean: number;
  readonly sd: number;
  /** 95%, of the class's true figure. */
  readonly interval: { readonly lo: number; readonly hi: number };
  /** Probability of lying in the lowest tenth of such classes. */
  readonly pLow: number;
  readonly inDiscoverySet: boolean;
  readonly tier: "none" | "watch";
}

export type ClassesSummary =
  | {
      readonly ok: true;
      readonly mu: number;
      readonly tau: number;
      /** Below this share a class counts as low. */
      readonly cut: number;
      /** In the order of the input: there is no ranking. */
      readonly classes: readonly ClassSummary[];
    }
  | {
      readonly ok: false;
      readonly code: "too-few-classes" | "no-differences";
      readonly message: string;
    };

/**
 * Variance of one student's favourable answers to one item, pooled over classes as MSW is. A class's own p(1 − p)
 * would be smallest where p is extreme and give just those classes too much weight.
 */
function pooledItemVariance(classes: readonly ClassFigure[]): number {
  let squares = 0;
  let students = 0;
  for (const { belonging } of classes) {
    squares += belonging.n * belonging.midpoint * (1 - belonging.midpoint);
    students += belonging.n;
  }
  return squares / students;
}

/** The part of the pooled variance that pooled waves leave: 1 for a single wave. */
function waveEffect({ midpoint, n, itemCount, samplingVariance }: GroupBelonging): number {
  return samplingVariance / (((midpoint * (1 - midpoint)) / n) * itemMeanEffect(itemCount));
}

/**
 * How likely each class of a district is to be low in belonging, from releases alone: σ²/n plus the bands' variance as
 * error, empirical-Bayes shrinkage, P_low against μ − 1.2816τ, and the Bayesian false-discovery set. Fewer than 20
 * classes, or no more differences than chance brings, is a stated result and no class is told apart.
 * @param classes one figure a class, all from the same items; withheld classes are left out by the caller.
 */
export function summariseClasses(classes: readonly ClassFigure[]): ClassesSummary {
  const itemVariance = pooledItemVariance(classes);
  const shrinkage = shrinkClassMeans(
    classes.map(({ belonging }) => {
      const { n, itemCount, bandVariance, midpoint } = belonging;
      const sampling = (itemVariance / n) * itemMeanEffect(itemCount) * waveEffect(belonging);
      return { mean: midpoint, variance: sampling + bandVariance };
    }),
  );
  if (!shrinkage.ok) {
    const message =
      shrinkage.code === "too-few-classes"
        ? `Differences between classes are shown from ${MINIMUM_CLASSES} classes up; ` +
          `this pulse has results for ${shrinkage.classCount}.`
        : "The classes differ no more than chance alone would make them differ.";
    return { ok: false, code: shrinkage.code, message };
  }

  const cut = lowCut(shrinkage.mu, shrinkage.tau);
  const probabilities = shrinkage.classes.map((shrunken) => probabilityLow(shrunken, cut));
  const discovered = falseDiscoverySet(probabilities);
  const summaries: ClassSummary[] = [];
  for (const [index, { classId }] of classes.entries()) {
    const shrunken = shrinkage.classes[index];
    const pLow = probabilities[index];
    if (shrunken === undefined || pLow === undefined) throw new Error("A class lost its figure");
    const inDiscoverySet = discovered[index] === true;
    const reach = 1.96 * shrunken.sd;
    summaries.push({
      classId,
      mean: shrunken.mean,
      sd: shrunken.sd,
      interval: { lo: Math.max(0, shrunken.mean - reach), hi: Math.min(1, shrunken.mean + reach) },
      pLow,
      inDiscoverySet,
      tier: inDiscoverySet && pLow >= WATCH_PROBABILITY ? "watch" : "none",
    });
  }
  return { ok: true, mu: shrinkage.mu, tau: shrinkage.tau, cut, classes: summaries };
}
