import { describe, expect, it } from "vitest";
import { afterFailure, lockedUntil, type ThrottleState } from "./sign-in-throttle";

const start = new Date("2026-09-01T08:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);

function fail(times: number, everyMs: number): ThrottleState | null {
  let state: ThrottleState | null = null;
  for (let i = 0; i < times; i++) state = afterFailure(state, later(i * everyMs));
  return state;
}

describe("sign-in throttle", () => {
  it("lets four failures through and locks at the fifth for a minute", () => {
    expect(lockedUntil(fail(4, 1000), later(4000))).toBeNull();
    expect(lockedUntil(fail(5, 1000), later(4000))).toEqual(later(4000 + 60_000));
  });

  it("doubles with each further failure, up to a quarter of an hour", () => {
    const locks = [5, 6, 7, 8, 9, 10, 11].map((n) => {
      const until = fail(n, 1000)?.lockedUntil ?? null;
      return until === null ? null : (until.getTime() - later((n - 1) * 1000).getTime()) / 60_000;
    });
    expect(locks).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });

  it("forgets after a quiet quarter of an hour", () => {
    const state = afterFailure(fail(8, 1000), later(7000 + 15 * 60_000 + 1));
    expect(state.failures).toBe(1);
    expect(state.lockedUntil).toBeNull();
  });

  it("opens again when the lock has passed", () => {
    expect(lockedUntil(fail(5, 0), later(60_001))).toBeNull();
    expect(lockedUntil(null, start)).toBeNull();
  });

  it("leaves a guesser about a hundred tries a day", () => {
    let state: ThrottleState | null = null;
    let now = start;
    let tries = 0;
    const end = later(24 * 3600_000);
    while (now < end) {
      state = afterFailure(state, now);
      tries++;
      now = state.lockedUntil ?? new Date(now.getTime() + 1000);
    }
    expect(tries).toBeLessThan(110);
  });
});
