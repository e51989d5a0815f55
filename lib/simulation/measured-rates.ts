import type { FlagRates } from "@/lib/simulation/flag-rates";
import measured from "@/lib/simulation/flag-rates.json";

/**
 * What `npm run simulate` last measured and wrote: the only source of the false-alarm and detection rates that pages
 * and flags state. The file is this very type, written out; a test holds it to the thresholds in force.
 */
export const MEASURED_RATES = measured as FlagRates & {
  /** Day of the measurement, ISO. */
  readonly measuredOn: string;
};
