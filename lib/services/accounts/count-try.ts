import { afterFailure, lockedUntil, type ThrottleState } from "@/lib/access/sign-in-throttle";
import { inTransaction } from "@/lib/data/client";
import { findThrottle, lockThrottle, saveThrottle } from "@/lib/data/sign-in-throttle";

const MINUTE_MS = 60_000;

/** Too many tries, and how long to wait; or the count as it is with this try. */
export type CountedTry =
  | { readonly refused: true; readonly minutes: number }
  | { readonly refused: false; readonly state: ThrottleState };

/**
 * Counts a try before it is checked; whoever was right forgets it (`forgetThrottle`). A hundred guesses sent
 * at the same moment would otherwise all be checked before the first is counted.
 * @param key a keyed hash of what is guessed at: the table names nobody
 */
export async function countTry(key: Uint8Array, now: Date): Promise<CountedTry> {
  return inTransaction(async (tx) => {
    await lockThrottle(tx, key);
    const known = await findThrottle(key, tx);
    const until = lockedUntil(known, now);
    if (until !== null) {
      return { refused: true, minutes: Math.ceil((until.getTime() - now.getTime()) / MINUTE_MS) };
    }
    const state = afterFailure(known, now);
    await saveThrottle(key, state, tx);
    return { refused: false, state };
  });
}
