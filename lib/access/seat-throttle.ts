/**
 * Slows guessing of seat codes without keeping an address: wrong codes are counted by class, in memory.
 * A class may mistype 120 times at once and twice a second from then on; a code has 2^34 values, so a
 * guesser at that speed needs centuries a seat. What is not wrong costs nothing.
 */
export interface SeatThrottle {
  /** Whether a code may be tried for this margin now. */
  mayTry(marginId: string, now: Date): boolean;
  /** Counts one wrong code. */
  noteFailure(marginId: string, now: Date): void;
}

const BURST = 120;
const PER_SECOND = 2;
/** Beyond this many margins the oldest are forgotten: memory stays bounded. */
const MARGINS = 10_000;

/** A throttle with an empty memory. */
export function createSeatThrottle(): SeatThrottle {
  const spent = new Map<string, { amount: number; at: number }>();

  function remaining(marginId: string, now: Date): number {
    const entry = spent.get(marginId);
    if (entry === undefined) return 0;
    const seconds = Math.max(0, now.getTime() - entry.at) / 1000;
    return Math.max(0, entry.amount - seconds * PER_SECOND);
  }

  return {
    mayTry: (marginId, now) => remaining(marginId, now) < BURST,
    noteFailure(marginId, now) {
      const amount = remaining(marginId, now) + 1;
      spent.delete(marginId);
      spent.set(marginId, { amount, at: now.getTime() });
      if (spent.size <= MARGINS) return;
      const oldest = spent.keys().next().value;
      if (oldest !== undefined) spent.delete(oldest);
    },
  };
}
