/** Counts what comes at once and what comes over time, by a name that is no address; in memory. */
export interface Throttle {
  /** Pays for one; false when there have been too many. */
  take(name: string, now: Date): boolean;
  /** Gives one back. */
  giveBack(name: string, now: Date): void;
}

/** Beyond this many names the oldest are forgotten: memory stays bounded. */
const NAMES = 10_000;

/**
 * A throttle with an empty memory: `burst` at once, and one more each `refillMs` from then on. Something is paid for
 * before it is tried and given back if it was harmless: only noted afterwards, a thousand tries sent at once would all be
 * let through before the first was counted.
 */
export function createThrottle({
  burst,
  refillMs,
}: {
  readonly burst: number;
  readonly refillMs: number;
}): Throttle {
  const spent = new Map<string, { amount: number; at: number }>();

  function owed(name: string, now: Date): number {
    const entry = spent.get(name);
    if (entry === undefined) return 0;
    return Math.max(0, entry.amount - Math.max(0, now.getTime() - entry.at) / refillMs);
  }

  function set(name: string, amount: number, now: Date): void {
    spent.delete(name);
    spent.set(name, { amount, at: now.getTime() });
    if (spent.size <= NAMES) return;
    const oldest = spent.keys().next().value;
    if (oldest !== undefined) spent.delete(oldest);
  }

  return {
    take(name, now) {
      const amount = owed(name, now);
      if (amount > burst - 1) return false;
      set(name, amount + 1, now);
      return true;
    },
    giveBack: (name, now) => set(name, Math.max(0, owed(name, now) - 1), now),
  };
}
