import { createThrottle, type Throttle } from "./throttle";

/**
 * How often a class can ask for an adult: six times at once, and once in ten minutes from then on. Counted by class,
 * in memory; no address is kept. A try is paid for before it is written and given back when it was not.
 *
 * What it costs: whoever knows the code on the board can use a class's requests up. The page then says so, and to go
 * to an adult oneself; the receivers see the flood, which a limit by address would let through from any other device.
 */
export function createRequestThrottle(): Throttle {
  return createThrottle({ burst: 6, refillMs: 10 * 60_000 });
}
