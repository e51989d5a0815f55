/**
 * `npm run simulate -- [SEED]`: measures on invented districts how often the rules are wrong and how much they find,
 * prints the tables and writes lib/simulation/flag-rates.json, which pages and flags quote. Some minutes on one core.
 * `--check`: writes nothing, and exits with 1 if a limit of `targets.ts` is missed. `--scale 0.1`: a tenth of it, for
 * a first look; writes nothing either.
 */
import { parseArgs } from "node:util";

import { simulate } from "@/lib/simulation/simulate";
import { isMissed, targets } from "@/lib/simulation/targets";
import { today, writeCheckedIn } from "./simulation/checked-in";
import { rateTables } from "./simulation/rate-tables";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean", default: false }, scale: { type: "string", default: "1" } },
});
const seed = Number(positionals[0] ?? "2026");
const scale = Number(values.scale);
if (!Number.isSafeInteger(seed) || !(scale > 0)) {
  throw new RangeError("SEED is a whole number, and --scale a number above 0");
}

const began = Date.now();
const rates = simulate(seed, scale, (line) => process.stderr.write(`… ${line}\n`));
for (const line of rateTables(rates)) console.log(line);
console.log(`\nSeed ${seed}, scale ${scale}, ${Math.round((Date.now() - began) / 1000)} s`);

const missed = targets(rates).filter(isMissed);
if (values.check) process.exitCode = missed.length > 0 ? 1 : 0;
else if (scale === 1) {
  const path = "lib/simulation/flag-rates.json";
  await writeCheckedIn(path, { measuredOn: today(), ...rates });
  console.log(`Wrote ${path}`);
}
