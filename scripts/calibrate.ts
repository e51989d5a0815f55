/**
 * `npm run calibrate -- [SEED]`: thresholds of the rising-absence rule for terms of several lengths, for classes,
 * grades and schools, from invented districts. Writes lib/attendance/calibrated-thresholds.json, which the rule reads.
 * Some minutes on one core.
 */
import { parseArgs } from "node:util";

import { calibrate } from "@/lib/simulation/calibrate";
import { seededRandom } from "@/lib/simulation/random";
import { BASE_TERM, FLU_TERM } from "@/lib/simulation/term-parameters";
import { today, writeCheckedIn } from "./simulation/checked-in";

/** School weeks. 36: a whole school year without a break in the data. */
const LENGTHS = [10, 12, 15, 18, 20, 24, 30, 36];
/** Of each kind, ordinary and with flu: 600 together have 120,000 class-terms and 6,000 school-terms. */
const DISTRICTS = 300;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { districts: { type: "string", default: String(DISTRICTS) } },
});
const seed = Number(positionals[0] ?? "2026");
const districts = Number(values.districts);

const terms = LENGTHS.flatMap((weeks) => {
  const random = seededRandom(seed, `calibrate ${weeks}`);
  const found = calibrate(
    random,
    [
      { ...BASE_TERM, weeks },
      { ...FLU_TERM, weeks },
    ],
    districts,
  );
  for (const { level, series, watch, act } of found) {
    console.log(
      `${weeks} weeks, ${level}, ${series}: watch ${watch.toFixed(2)}, act ${act.toFixed(2)}`,
    );
  }
  return found;
});
if (districts === DISTRICTS) {
  const path = "lib/attendance/calibrated-thresholds.json";
  await writeCheckedIn(path, { calibratedOn: today(), seed, districts: 2 * districts, terms });
  console.log(`Wrote ${path}`);
}
