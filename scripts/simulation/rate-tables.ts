import type { Estimate } from "@/lib/simulation/estimate";
import type { FlagRates, Scenario, TierRates } from "@/lib/simulation/flag-rates";
import { isMissed, targets } from "@/lib/simulation/targets";

/** In 100, with the Monte-Carlo standard error. */
function inHundred({ rate, se }: Estimate): string {
  return `${(100 * rate).toFixed(2)} ± ${(100 * se).toFixed(2)}`;
}

function actAndWatch({ act, watch }: TierRates): string {
  return `act ${inHundred(act)}, watch ${inHundred(watch)}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

const SCENARIOS: Readonly<Record<Scenario, string>> = {
  base: "ordinary term",
  flu: "flu every term",
  "school-rise": "all schools 6% to 10%",
  "small-school": "schools of 5 classes",
  second: "second term of the same classes",
  "second-flu": "second term, flu every term",
};

/** The measured rates as lines of text. */
export function rateTables(rates: FlagRates): string[] {
  return [
    ...alarmLines(rates),
    ...detectionLines(rates),
    ...belongingLines(rates),
    ...combinedLines(rates),
    "",
    "Must reach, in 100",
    ...targets(rates).map((target) => {
      const limit = target.atMost ?? target.atLeast ?? 0;
      const side = target.atMost === undefined ? "at least" : "at most";
      const verdict = isMissed(target) ? "MISSED" : "reached";
      return `  ${verdict}: ${target.what}: ${inHundred(target.measured)}, ${side} ${(100 * limit).toFixed(1)}`;
    }),
  ];
}

function alarmLines({ falseAlarms }: FlagRates): string[] {
  const lines = ["False alarms in 100 terms"];
  for (const scenario of Object.keys(SCENARIOS) as Scenario[]) {
    const { rule, naive } = falseAlarms[scenario];
    lines.push(`  ${SCENARIOS[scenario]}`);
    for (const [level, bySeries] of Object.entries(rule)) {
      for (const [series, tiers] of Object.entries(bySeries)) {
        lines.push(`    ${level}, ${series}: ${actAndWatch(tiers)}`);
      }
    }
    for (const [name, estimate] of Object.entries(naive)) {
      lines.push(`    class, naive ${name}: ${inHundred(estimate)}`);
    }
  }
  return lines;
}

function detectionLines({ detection }: FlagRates): string[] {
  const lines = ["", "Found within 4 weeks, of 100 rises"];
  for (const { scenario, group, students, rise, found } of detection) {
    const term = scenario === "second" ? "second term: " : "";
    const who = `${term}${group.level} of ${students}, ${percent(rise.from)} to ${percent(rise.to)}`;
    for (const [series, tiers] of Object.entries(found)) {
      lines.push(`  ${who}, ${series}: ${actAndWatch(tiers)}`);
    }
  }
  return lines;
}

function belongingLines({ lowBelonging }: FlagRates): string[] {
  const lines = ["", "Low belonging: classes of 12 to 30 in districts of 60, one pulse"];
  for (const { answers, named } of lowBelonging) {
    for (const [reading, { precision, recall }] of Object.entries(named)) {
      lines.push(
        `  classes differ by ${answers.classSd}, ${reading}: precision ${inHundred(precision)}, recall ${inHundred(recall)}`,
      );
    }
  }
  return lines;
}

function combinedLines({ combined }: FlagRates): string[] {
  const lines = [
    "",
    "The whole rule over a term with two pulses; one class in ten low, one in ten rising",
  ];
  for (const { rise, rates } of combined) {
    const { troubleFree, troubled, both } = rates;
    lines.push(
      `  ${percent(rise.from)} to ${percent(rise.to)}: neither low nor rising: ${actAndWatch(troubleFree)}`,
      `    low and rising: ${actAndWatch(troubled)}`,
      `    flags for both: precision ${inHundred(both.precision)}, recall ${inHundred(both.recall)}`,
    );
  }
  return lines;
}
