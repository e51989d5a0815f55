/** About a minute of speech in any of the kinds that phones record in. */
export const MOST_RECORDING_BYTES = 1024 * 1024;
