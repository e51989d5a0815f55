import { RISING_THRESHOLDS } from "@/lib/attendance/rising-looks";
import { BASE_ANSWERS } from "@/lib/simulation/class-answers";
import { combinedRule } from "@/lib/simulation/combined-rule";
import { detection } from "@/lib/simulation/detection";
import { falseAlarms } from "@/lib/simulation/false-alarms";
import type { FlagRates, RisingGroup, Scenario } from "@/lib/simulation/flag-rates";
import { lowBelonging } from "@/lib/simulation/low-belonging";
import { type Random, seededRandom } from "@/lib/simulation/random";
import {
  BASE_TERM,
  FLU_TERM,
  type Rise,
  RISING_SCHOOL_TERM,
  type TermParameters,
} from "@/lib/simulation/term-parameters";

const TERMS: Record<Scenario, TermParameters> = {
  base: BASE_TERM,
  flu: FLU_TERM,
  "school-rise": RISING_SCHOOL_TERM,
  "small-school": { ...BASE_TERM, classesOfGrade: 1 },
};

/** From 6% to this share, beginning between the first look and the last week that leaves four weeks of looks. */
const riseTo = (to: number): Rise => ({ from: 0.06, to, earliest: 8, latest: 14 });

/** Larger groups are asked about a smaller rise too: a large one they hardly miss. */
const RISING_GROUPS: readonly {
  readonly group: RisingGroup;
  readonly students: number;
  readonly shares: readonly number[];
  readonly rises: number;
}[] = [
  { group: { level: "class", classSize: 12 }, students: 12, shares: [0.1, 0.15], rises: 10_000 },
  { group: { level: "class", classSize: 25 }, students: 25, shares: [0.1, 0.15], rises: 20_000 },
  { group: { level: "grade", classSize: 25 }, students: 100, shares: [0.08, 0.1], rises: 10_000 },
  { group: { level: "school", classSize: 25 }, students: 500, shares: [0.08, 0.1], rises: 1_000 },
];

/** Districts at scale 1: 1,000 have 200,000 class-terms, 50,000 grade-terms and 10,000 school-terms. */
const DISTRICTS = 1_000;
const PULSE_DISTRICTS = 1_000;
const TROUBLED_DISTRICTS = 150;

/** Of 18 weeks, so that the second pulse lets a term's pulses be pooled. */
const PULSE_WEEKS = [7, 13];
const RISING_SHARE = 0.1;

/**
 * Measures the rules of this version on invented districts. At scale 1 it takes some minutes on one core.
 * @param scale multiplies the number of districts and rises.
 * @param note told what is about to be measured.
 */
export function simulate(seed: number, scale: number, note: (line: string) => void): FlagRates {
  const stream = (label: string): Random => {
    note(label);
    return seededRandom(seed, label);
  };
  const some = (count: number): number => Math.max(1, Math.round(count * scale));
  const alarms = (name: Scenario) =>
    falseAlarms(stream(`false alarms ${name}`), TERMS[name], some(DISTRICTS), RISING_THRESHOLDS);
  return {
    seed,
    scale,
    thresholds: RISING_THRESHOLDS,
    terms: TERMS,
    falseAlarms: {
      base: alarms("base"),
      flu: alarms("flu"),
      "school-rise": alarms("school-rise"),
      "small-school": alarms("small-school"),
    },
    detection: RISING_GROUPS.flatMap(({ group, students, shares, rises }) =>
      shares.map((to) => {
        const rise = riseTo(to);
        const random = stream(`detection ${group.level} of ${students} to ${to}`);
        const found = detection(random, BASE_TERM, group, rise, some(rises), RISING_THRESHOLDS);
        return { group, students, rise, found };
      }),
    ),
    lowBelonging: [0.45, 0.33].map((classSd) => {
      const answers = { ...BASE_ANSWERS, classSd };
      const random = stream(`low belonging ${classSd}`);
      return { answers, named: lowBelonging(random, answers, some(PULSE_DISTRICTS)) };
    }),
    combined: [0.1, 0.15].map((to) => {
      const rise = riseTo(to);
      const [term, answers, pulseWeeks] = [BASE_TERM, BASE_ANSWERS, PULSE_WEEKS];
      const how = { term, answers, pulseWeeks, rising: RISING_SHARE, rise };
      const random = stream(`both rules to ${to}`);
      const watched = RISING_THRESHOLDS["new-absences"];
      const rates = combinedRule(random, how, some(TROUBLED_DISTRICTS), watched);
      return { rising: RISING_SHARE, rise, pulseWeeks: PULSE_WEEKS, rates };
    }),
  };
}
