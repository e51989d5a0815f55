/** What somebody who looked into a flag found. */
export const FOUND_OUTCOMES = ["helped", "explained", "nothing", "wrong-data"] as const;
export type FoundOutcome = (typeof FOUND_OUTCOMES)[number];

/** How a flag ended. `cleared` by a later pulse and `lapsed` after six weeks: nobody said what was found. */
export type FlagOutcome = FoundOutcome | "cleared" | "lapsed";
