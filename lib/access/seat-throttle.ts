import { createThrottle, type Throttle } from "./throttle";

/**
 * Slows guessing of seat codes without keeping an address: wrong codes are counted by class, in memory.
 * A class may mistype 120 times at once and twice a second from then on; a code has 2^34 values, so a
 * guesser at that speed needs years for any seat of a class and centuries for a given one. What is not
 * wrong costs nothing: a try is paid for before the code is looked up and given back when it was right.
 *
 * What it costs: whoever knows the code on the board can keep a class from collecting for as long as they
 * keep guessing. Without an address to tell senders apart, that is the price of the limit.
 */
export function createSeatThrottle(): Throttle {
  return createThrottle({ burst: 120, refillMs: 500 });
}
