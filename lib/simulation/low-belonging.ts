import {
  type AnswerParameters,
  answerPulse,
  type ClassAnswers,
  drawClass,
  lowestTenth,
} from "@/lib/simulation/class-answers";
import { ShareOfClusters } from "@/lib/simulation/estimate";
import type { Accuracy } from "@/lib/simulation/flag-rates";
import type { Random } from "@/lib/simulation/random";
import { namedLow, READINGS, type Reading } from "@/lib/simulation/read-answers";

/** How well one pulse names the classes with truly low belonging, by reading. */
export function lowBelonging(
  random: Random,
  how: AnswerParameters,
  districts: number,
): Record<Reading, Accuracy> {
  const counters = READINGS.map((reading) => ({
    reading,
    precision: new ShareOfClusters(),
    recall: new ShareOfClusters(),
  }));
  const cut = lowestTenth(how);
  for (let district = 0; district < districts; district++) {
    const low: boolean[] = [];
    const pulse: ClassAnswers[] = [];
    for (let one = 0; one < how.classes; one++) {
      const drawn = drawClass(random, how);
      low.push(drawn.level < cut);
      pulse.push(answerPulse(random, how, drawn));
    }
    for (const { reading, precision, recall } of counters) {
      const named = namedLow(pulse, reading);
      const right = named.filter((each, at) => each && low[at] === true).length;
      precision.add(right, named.filter(Boolean).length);
      recall.add(right, low.filter(Boolean).length);
    }
  }
  const accuracy = (wanted: Reading): Accuracy => {
    const found = counters.find(({ reading }) => reading === wanted);
    if (found === undefined) throw new RangeError(wanted);
    return { precision: found.precision.estimate(), recall: found.recall.estimate() };
  };
  return {
    "exact-scores": accuracy("exact-scores"),
    "exact-shares": accuracy("exact-shares"),
    "released-bands": accuracy("released-bands"),
  };
}
