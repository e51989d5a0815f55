/** Failed sign-ins of one address. */
export interface ThrottleState {
  readonly failures: number;
  readonly windowStart: Date;
  readonly lockedUntil: Date | null;
}

const WINDOW_MS = 15 * 60_000;
const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 15 * 60_000;

/** Until when sign-in is refused, or null. */
export function lockedUntil(state: ThrottleState | null, now: Date): Date | null {
  const until = state?.lockedUntil ?? null;
  return until !== null && until > now ? until : null;
}

/**
 * The state after one more failure. Five are free in a quarter of an hour; the next locks for a
 * minute, then twice as long each time, up to a quarter of an hour: a guesser gets about 100 tries a
 * day, a forgetful teacher waits a minute.
 */
export function afterFailure(state: ThrottleState | null, now: Date): ThrottleState {
  const stale = state === null || now.getTime() - state.windowStart.getTime() > WINDOW_MS;
  if (stale) return { failures: 1, windowStart: now, lockedUntil: null };
  const failures = state.failures + 1;
  if (failures < FREE_FAILURES) return { ...state, failures, lockedUntil: null };
  const lock = Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES));
  // The window moves on with each lock, so that doubling lasts as long as the guessing does.
  return { failures, windowStart: now, lockedUntil: new Date(now.getTime() + lock) };
}
