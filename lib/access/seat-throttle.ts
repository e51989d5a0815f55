/**
 * Slows guessing of seat codes without keeping an address: wrong codes are counted by class, in memory.
 * A class may mistype 120 times at once and twice a second from then on; a code has 2^34 values, so a
 * guesser at that speed needs years for any seat of a class and centuries for a given one. What is not
 * wrong costs nothing.
 *
 * A try is paid for before the code is looked up and given back when it was right. Were it only noted
 * afterwards, a thousand guesses sent at once would all be let through before the first was counted.
 *
 * What it costs: whoever knows the code on the board can keep a class from collecting for as long as they
 * keep guessing. Without an address to tell senders apart, that is the price of the limit.
 */
export interface SeatThrottle {
  /** Pays for one try for this margin; false when there have been too many. */
  take(marginId: string, now: Date): boolean;
  /** Gives a try back: its code was right. */
  giveBack(marginId: string, now: Date): void;
}

const BURST = 120;
const PER_SECOND = 2;
/** Beyond this many margins the oldest are forgotten: memory stays bounded. */
const MARGINS = 10_000;

/** A throttle with an empty memory. */
export function createSeatThrottle(): SeatThrottle {
  const spent = new Map<string, { amount: number; at: number }>();

  function owed(marginId: string, now: Date): number {
    const entry = spent.get(marginId);
    if (entry === undefined) return 0;
    const seconds = Math.max(0, now.getTime() - entry.at) / 1000;
    return Math.max(0, entry.amount - seconds * PER_SECOND);
  }

  function set(marginId: string, amount: number, now: Date): void {
    spent.delete(marginId);
    spent.set(marginId, { amount, at: now.getTime() });
    if (spent.size <= MARGINS) return;
    const oldest = spent.keys().next().value;
    if (oldest !== undefined) spent.delete(oldest);
  }

  return {
    take(marginId, now) {
      const amount = owed(marginId, now);
      if (amount >= BURST) return false;
      set(marginId, amount + 1, now);
      return true;
    },
    giveBack: (marginId, now) => set(marginId, Math.max(0, owed(marginId, now) - 1), now),
  };
}
