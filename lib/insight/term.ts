/** Pulses of about one term are pooled: 20 weeks, in milliseconds. */
export const TERM_MS = 20 * 7 * 24 * 3600_000;
