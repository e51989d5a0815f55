/**
 * `npm run calibrate -- [SEED]`: thresholds of the rising-absence rule for terms of several lengths, for classes,
 * grades and schools, from invented districts. Writes lib/attendance/calibrated-thresholds.json, which the rule reads.
 * Some minutes on one core. `--districts N`: fewer of them, for a first look; writes nothing.
 */
import { parseArgs } from "node:util";

import { calibrate } from "@/lib/simulation/calibrate";
import { seededRandom } from "@/lib/simulation/random";
import { BASE_TERM, FLU_TERM } from "@/lib/simulation/term-parameters";
import { today, writeCheckedIn } from "./simulation/checked-in";

/** School weeks; 36 is a whole year. */
const LENGTHS = [10, 12, 15, 18, 20, 24, 30, 36];
/** Of terms with another before them in the same year, and how long that one is: more hardly changes anything. */
const LATER_LENGTHS = [6, 10, 12, 15, 18, 24];
const BEFORE = 18;
/** Of each kind, ordinary and with flu: 600 together have 120,000 class-terms and 6,000 school-terms. */
const DISTRICTS = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { districts: { type: "string", default: String(DISTRICTS) } },
});
const seed = Number(positionals[0] ?? "2026");
const districts = Number(values.districts);

const shapes = [
  ...LENGTHS.map((weeks) => ({ weeks, before: 0 })),
  ...LATER_LENGTHS.map((weeks) => ({ weeks: BEFORE + weeks, before: BEFORE })),
];
const terms = shapes.flatMap((shape) => {
  const random = seededRandom(seed, `calibrate ${shape.weeks} ${shape.before}`);
  const both = [BASE_TERM, FLU_TERM].map((term) => ({ ...term, ...shape }));
  const found = calibrate(random, both, districts);
  for (const { weeks, before, level, series, watch, act } of found) {
    const term = `${weeks} weeks${before > 0 ? ` after ${before}` : ""}`;
    console.log(`${term}, ${level}, ${series}: watch ${watch.toFixed(2)}, act ${act.toFixed(2)}`);
  }
  return found;
});
if (districts === DISTRICTS) {
  const path = "lib/attendance/calibrated-thresholds.json";
  await writeCheckedIn(path, { calibratedOn: today(), seed, districts: 2 * districts, terms });
  console.log(`Wrote ${path}`);
}
