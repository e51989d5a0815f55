import type { Estimate } from "@/lib/simulation/estimate";
import type { DetectionRow, FlagRates, TierRates } from "@/lib/simulation/flag-rates";

/** A measured share as a number of 100, as pages and flags say it: one decimal below 10, none above. */
export function inHundred({ rate }: Pick<Estimate, "rate">): string {
  const value = 100 * rate;
  if (value > 0 && value < 0.1) return "under 0.1";
  return value < 9.95 ? value.toFixed(1) : String(Math.round(value));
}

/** The same in whole numbers, for a sentence: "about 5 in 100". */
export function aboutInHundred({ rate }: Pick<Estimate, "rate">): string {
  return rate < 0.005 ? "fewer than 1 in 100" : `about ${Math.round(100 * rate)} in 100`;
}

/** A row of a table of shares: what it is about, and its numbers of 100. */
export interface RateRow {
  readonly name: string;
  readonly cells: readonly string[];
}

function tierRow(name: string, { watch, act }: TierRates): RateRow {
  return { name, cells: [inHundred(watch), inHundred(act)] };
}

/** Flags for nothing, of 100 terms: watch and act. */
export function falseAlarmRows({ falseAlarms }: FlagRates): RateRow[] {
  const rate = (scenario: keyof FlagRates["falseAlarms"], level: "class" | "grade" | "school") =>
    falseAlarms[scenario].rule[level]["new-absences"];
  return [
    tierRow("A class", rate("base", "class")),
    tierRow("A class, flu in the term", rate("flu", "class")),
    tierRow("A class, second term of the year", rate("second", "class")),
    tierRow("A class in a school of five classes", rate("small-school", "class")),
    tierRow("A grade", rate("base", "grade")),
    tierRow("A grade, flu in the term", rate("flu", "grade")),
    tierRow("A school", rate("base", "school")),
    tierRow("A school, flu in the term", rate("flu", "school")),
  ];
}

const NAIVE_WORDS = {
  "ten-percent": "At least 10% of days missed in 4 weeks",
  "two-points": "2 points more than in the 4 weeks before",
  "three-sigma": "3 standard deviations above the class's own past",
} as const;

/** What simple rules would flag for nothing, of 100 class-terms: ordinary, with flu, and where the school rises. */
export function naiveRows({ falseAlarms }: FlagRates): RateRow[] {
  const scenarios = ["base", "flu", "school-rise"] as const;
  const ours = scenarios.map((scenario) => falseAlarms[scenario].rule.class["new-absences"].watch);
  return [
    { name: "Hearth's watch tier", cells: ours.map(inHundred) },
    ...(Object.keys(NAIVE_WORDS) as (keyof typeof NAIVE_WORDS)[]).map((rule) => ({
      name: NAIVE_WORDS[rule],
      cells: scenarios.map((scenario) => inHundred(falseAlarms[scenario].naive[rule])),
    })),
  ];
}

const LEVEL_WORDS = { class: "Class", grade: "Grade", school: "School" } as const;

/** Rises found within four weeks, of 100: watch and act. */
export function detectionRows(rates: FlagRates, scenario: "base" | "second"): RateRow[] {
  return rates.detection
    .filter((row) => row.scenario === scenario)
    .map((row) => tierRow(riseWords(row), row.found["new-absences"]));
}

function riseWords({ group, students, rise }: DetectionRow): string {
  const [from, to] = [rise.from, rise.to].map((share) => `${Math.round(100 * share)}%`);
  return `${LEVEL_WORDS[group.level]} of ${students}, from ${from ?? ""} to ${to ?? ""}`;
}

const READING_WORDS = {
  "exact-scores": "from exact scores, which nobody sees",
  "exact-shares": "from exact shares, which nobody sees",
  "released-bands": "from the bands that are shown",
} as const;

/** Of 100 classes named for low belonging those that truly are low, and of 100 truly low ones those that are named. */
export function belongingRows({ lowBelonging }: FlagRates): RateRow[] {
  return lowBelonging.flatMap(({ named }, at) =>
    (Object.keys(READING_WORDS) as (keyof typeof READING_WORDS)[]).map((reading) => ({
      name: `${at === 0 ? "Classes differ much" : "Classes differ less"}, ${READING_WORDS[reading]}`,
      cells: [inHundred(named[reading].precision), inHundred(named[reading].recall)],
    })),
  );
}

/** What the whole rule flags in a term, of 100 classes: watch and act. */
export function wholeRuleRows({ combined }: FlagRates): RateRow[] {
  const [small, large] = combined;
  if (small === undefined || large === undefined) return [];
  return [
    tierRow("Neither low nor rising", small.rates.troubleFree),
    tierRow("Truly low, and rising from 6% to 10%", small.rates.troubled),
    tierRow("Truly low, and rising from 6% to 15%", large.rates.troubled),
  ];
}
