import { ReleasedBand } from "@/lib/disclosure/band";
import { bandCount } from "@/lib/disclosure/band-count";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { classBelonging, type GroupBelonging, itemMeanEffect } from "@/lib/insight/class-belonging";
import { summariseClasses } from "@/lib/insight/summarise-classes";
import { lowClasses } from "@/lib/psychometrics/low-classes";
import type { ClassAnswers } from "@/lib/simulation/class-answers";

/**
 * Three readings of the same answers, from what nobody is shown to what everybody is: exact scores on a
 * scale without steps; exact shares of favourable answers; the bands that the real policy releases.
 */
export const READINGS = ["exact-scores", "exact-shares", "released-bands"] as const;
export type Reading = (typeof READINGS)[number];

/** Which classes are named low, by the application's own functions. None, where it shows no differences. */
export function namedLow(pulse: readonly ClassAnswers[], reading: Reading): boolean[] {
  return reading === "exact-scores" ? namedByScores(pulse) : namedByShares(pulse, reading);
}

function namedByScores(pulse: readonly ClassAnswers[]): boolean[] {
  const students = pulse.reduce((sum, { n }) => sum + n, 0);
  const squares = pulse.reduce((sum, each) => sum + each.squares, 0);
  const sigma = Math.sqrt(squares / (students - pulse.length));
  const bands = pulse.map(({ n, meanScore }) => ({ n, lo: meanScore, hi: meanScore }));
  const low = lowClasses(bands, { kind: "score", sigma }, false);
  return low.ok ? low.classes.map(({ tier }) => tier !== "none") : pulse.map(() => false);
}

function namedByShares(
  pulse: readonly ClassAnswers[],
  reading: "exact-shares" | "released-bands",
): boolean[] {
  const figures = pulse.map((answers, at) => {
    const released = releasedBelonging(answers);
    const belonging = reading === "released-bands" ? released : exactBelonging(answers, released);
    return { classId: String(at), belonging };
  });
  const summary = summariseClasses(figures);
  return summary.ok ? summary.classes.map(({ tier }) => tier !== "none") : pulse.map(() => false);
}

/** The same class without bands. Half an answer keeps a class in which all agree from having no variance. */
function exactBelonging({ favourable, n }: ClassAnswers, released: GroupBelonging): GroupBelonging {
  const answers = n * favourable.length;
  const count = favourable.reduce((sum, each) => sum + each, 0);
  const midpoint = Math.min(answers - 0.5, Math.max(0.5, count)) / answers;
  const samplingVariance = ((midpoint * (1 - midpoint)) / n) * itemMeanEffect(favourable.length);
  return { ...released, midpoint, bandVariance: 0, samplingVariance };
}

/** A class's belonging as its release tells it. Throws for fewer respondents than the policy shows. */
export function releasedBelonging({ favourable, n }: ClassAnswers): GroupBelonging {
  const bands = favourable.map((count) =>
    ReleasedBand.fromCell({ ...bandCount(count, n, FLOOR_POLICY), n }, FLOOR_POLICY),
  );
  const figure = classBelonging(bands);
  if (!figure.ok) throw new RangeError(`no figure for a class of ${n}: ${figure.code}`);
  return figure.belonging;
}
