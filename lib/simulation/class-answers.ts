import { normalQuantile } from "@/lib/psychometrics/normal";
import { integerBetween, normal, type Random } from "@/lib/simulation/random";

/** How invented classes answer a pulse. Everything is on a latent scale on which a student's own answers have SD 1. */
export interface AnswerParameters {
  readonly classes: number;
  readonly smallestClass: number;
  readonly largestClass: number;
  /** SD of true class levels. .45: true favourable shares mostly between 35% and 90%. */
  readonly classSd: number;
  /** Favourable share of a middling class, 0 to 1. */
  readonly favourable: number;
  /** Index items of the pulse. */
  readonly items: number;
  /** Correlation of two items of a student, and of a student between two pulses of a term. */
  readonly withinStudent: number;
  readonly betweenPulses: number;
}

export const BASE_ANSWERS: AnswerParameters = {
  classes: 60,
  smallestClass: 12,
  largestClass: 30,
  classSd: 0.45,
  favourable: 0.65,
  items: 5,
  // Gives about .4 between favourable answers, as in the reference's survey.
  withinStudent: 0.6,
  betweenPulses: 0.7,
};

/** One class: how it truly is, and its students' lasting part. */
export interface AnsweringClass {
  readonly level: number;
  readonly lasting: readonly number[];
}

/** One pulse in one class: sums only, as the seal would have them. */
export interface ClassAnswers {
  readonly n: number;
  /** Favourable answers by item. */
  readonly favourable: readonly number[];
  /** Of each student's mean over the items, on the latent scale: mean and sum of squares around it. */
  readonly meanScore: number;
  readonly squares: number;
}

export function drawClass(random: Random, how: AnswerParameters): AnsweringClass {
  const level = normalQuantile(how.favourable) + how.classSd * normal(random);
  const n = integerBetween(random, how.smallestClass, how.largestClass);
  return { level, lasting: Array.from({ length: n }, () => normal(random)) };
}

/** Below this level a class truly lies in the lowest tenth of such classes. */
export function lowestTenth({ favourable, classSd }: AnswerParameters): number {
  return normalQuantile(favourable) + classSd * normalQuantile(0.1);
}

export function answerPulse(
  random: Random,
  how: AnswerParameters,
  { level, lasting }: AnsweringClass,
): ClassAnswers {
  const favourable = Array<number>(how.items).fill(0);
  const scores: number[] = [];
  for (const own of lasting) {
    const passing = Math.sqrt(1 - how.betweenPulses) * normal(random);
    const student = Math.sqrt(how.withinStudent) * (Math.sqrt(how.betweenPulses) * own + passing);
    let sum = 0;
    for (let item = 0; item < how.items; item++) {
      const answer = level + student + Math.sqrt(1 - how.withinStudent) * normal(random);
      if (answer > 0) favourable[item] = (favourable[item] ?? 0) + 1;
      sum += answer;
    }
    scores.push(sum / how.items);
  }
  const n = scores.length;
  const meanScore = scores.reduce((sum, score) => sum + score, 0) / n;
  const squares = scores.reduce((sum, score) => sum + (score - meanScore) ** 2, 0);
  return { n, favourable, meanScore, squares };
}
