/** About one term: what is pooled, and how long closed flags stay in the list. 20 weeks, in milliseconds. */
export const TERM_MS = 20 * 7 * 24 * 3600_000;
