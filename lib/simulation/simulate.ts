import { WINDOW_WEEKS } from "@/lib/attendance/class-weeks";
import { MINIMUM_BASELINE_WEEKS } from "@/lib/attendance/rising-looks";
import type { RisingLevel } from "@/lib/attendance/rising-thresholds";
import { BASE_ANSWERS } from "@/lib/simulation/class-answers";
import { combinedRule } from "@/lib/simulation/combined-rule";
import { detection } from "@/lib/simulation/detection";
import { falseAlarms, thresholdsOf } from "@/lib/simulation/false-alarms";
import type { FlagRates, Scenario } from "@/lib/simulation/flag-rates";
import { lowBelonging } from "@/lib/simulation/low-belonging";
import { type Random, seededRandom } from "@/lib/simulation/random";
import { thresholdsInForce } from "@/lib/simulation/strongest-tier";
import {
  BASE_TERM,
  FLU_TERM,
  type Rise,
  RISING_SCHOOL_TERM,
  SECOND_FLU_TERM,
  SECOND_TERM,
  type TermParameters,
} from "@/lib/simulation/term-parameters";

const TERMS: Record<Scenario, TermParameters> = {
  base: BASE_TERM,
  flu: FLU_TERM,
  "school-rise": RISING_SCHOOL_TERM,
  "small-school": { ...BASE_TERM, classesOfGrade: 1 },
  second: SECOND_TERM,
  "second-flu": SECOND_FLU_TERM,
};

/** From 6% to this share, beginning between the first look of the term and the last week that leaves four of looks. */
function riseTo(to: number, { weeks, before }: TermParameters): Rise {
  const firstLook = Math.max(before, WINDOW_WEEKS + MINIMUM_BASELINE_WEEKS);
  return { from: 0.06, to, earliest: firstLook, latest: weeks - WINDOW_WEEKS };
}

/** Larger groups are asked about a smaller rise too: a large one they hardly miss. */
const RISES: readonly {
  readonly scenario: "base" | "second";
  readonly level: RisingLevel;
  readonly classSize: number;
  readonly students: number;
  readonly shares: readonly number[];
  readonly rises: number;
}[] = [
  ofClass("base", 12, 10_000),
  ofClass("base", 25, 20_000),
  ofLarger("base", "grade", 100, 10_000),
  ofLarger("base", "school", 500, 1_000),
  ofClass("second", 12, 2_000),
  ofClass("second", 25, 5_000),
  ofLarger("second", "grade", 100, 2_000),
];

function ofClass(scenario: "base" | "second", students: number, rises: number) {
  const level: RisingLevel = "class";
  return { scenario, level, classSize: students, students, shares: [0.1, 0.15], rises };
}

function ofLarger(
  scenario: "base" | "second",
  level: RisingLevel,
  students: number,
  rises: number,
) {
  return { scenario, level, classSize: 25, students, shares: [0.08, 0.1], rises };
}

/** Districts at scale 1: 1,000 have 200,000 class-terms, 50,000 grade-terms and 10,000 school-terms. */
const DISTRICTS = 1_000;
/** Where no limit hangs on the figure. */
const FEWER_DISTRICTS = 400;
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
  const alarms = (name: Scenario, districts = FEWER_DISTRICTS) =>
    falseAlarms(stream(`false alarms ${name}`), TERMS[name], some(districts));
  return {
    seed,
    scale,
    thresholds: { base: thresholdsOf(BASE_TERM), second: thresholdsOf(SECOND_TERM) },
    terms: TERMS,
    falseAlarms: {
      base: alarms("base", DISTRICTS),
      flu: alarms("flu", DISTRICTS),
      "school-rise": alarms("school-rise"),
      "small-school": alarms("small-school"),
      second: alarms("second"),
      "second-flu": alarms("second-flu"),
    },
    detection: RISES.flatMap(({ scenario, level, classSize, students, shares, rises }) =>
      shares.map((to) => {
        const term = TERMS[scenario];
        const rise = riseTo(to, term);
        const random = stream(`detection ${scenario} ${level} of ${students} to ${to}`);
        const group = { level, classSize };
        const found = detection(random, term, group, rise, some(rises));
        return { scenario, group, students, rise, found };
      }),
    ),
    lowBelonging: [0.45, 0.33].map((classSd) => {
      const answers = { ...BASE_ANSWERS, classSd };
      const random = stream(`low belonging ${classSd}`);
      return { answers, named: lowBelonging(random, answers, some(PULSE_DISTRICTS)) };
    }),
    combined: [0.1, 0.15].map((to) => {
      const rise = riseTo(to, BASE_TERM);
      const [term, answers, pulseWeeks] = [BASE_TERM, BASE_ANSWERS, PULSE_WEEKS];
      const how = { term, answers, pulseWeeks, rising: RISING_SHARE, rise };
      const random = stream(`both rules to ${to}`);
      const thresholds = thresholdsInForce("new-absences", "class", term);
      const rates = combinedRule(random, how, some(TROUBLED_DISTRICTS), thresholds);
      return { rising: RISING_SHARE, rise, pulseWeeks: PULSE_WEEKS, rates };
    }),
  };
}
