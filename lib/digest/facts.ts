/** A pulse as a mail names it: its title and where its page is. */
export interface DigestWave {
  readonly title: string;
  /** "/waves/…". */
  readonly path: string;
  readonly timeZone: string;
}

/**
 * What somebody's week comes to. Counts of flags and requests, dates of pulses, seats in blocks of five: nothing here is
 * a result, and nothing names a class beside a flag (docs/decisions/0037).
 */
export interface DigestFacts {
  /** Flags that this person may see by now: `fresh` since the mail of last week, `waiting` that nobody has looked at. */
  readonly flags: { readonly fresh: number; readonly waiting: number };
  readonly opening: readonly (DigestWave & { readonly opensAt: Date })[];
  /** Open now. `collectedFloor` is rounded down, class by class, to a block of five. */
  readonly open: readonly (DigestWave & {
    readonly closesAt: Date;
    readonly collectedFloor: number;
    readonly seats: number;
  })[];
  readonly sealed: readonly DigestWave[];
  /** Days since attendance was imported, where that is long and theirs to do; else null. */
  readonly attendanceDays: number | null;
  /** Requests of students for an adult, of earlier days, that nobody has looked at; null for those who receive none. */
  readonly requests: number | null;
}

/** Whether there is nothing to write about. */
export function isEmptyDigest(facts: DigestFacts): boolean {
  return (
    facts.flags.fresh === 0 &&
    facts.flags.waiting === 0 &&
    facts.opening.length === 0 &&
    facts.open.length === 0 &&
    facts.sealed.length === 0 &&
    facts.attendanceDays === null &&
    (facts.requests ?? 0) === 0
  );
}
