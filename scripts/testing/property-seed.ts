import { configureGlobal } from "fast-check";

/**
 * Which cases properties are tried on. The same ones each time in `npm test`, so that what fails is what was changed;
 * others by `npm run properties`, which sets both variables. A property's own count of runs goes before.
 */
const { PROPERTY_SEED, PROPERTY_RUNS } = process.env;

configureGlobal({
  seed: Number(PROPERTY_SEED ?? "20260508"),
  ...(PROPERTY_RUNS === undefined ? {} : { numRuns: Number(PROPERTY_RUNS) }),
});
