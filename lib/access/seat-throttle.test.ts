import { describe, expect, it } from "vitest";
import { createSeatThrottle } from "./seat-throttle";

const at = (ms: number) => new Date(Date.UTC(2026, 8, 1, 9) + ms);

describe("seat throttle", () => {
  it("lets a whole class mistype and stops a guesser", () => {
    const throttle = createSeatThrottle();
    for (let i = 0; i < 120; i++) {
      expect(throttle.mayTry("m", at(0))).toBe(true);
      throttle.noteFailure("m", at(0));
    }
    expect(throttle.mayTry("m", at(0))).toBe(false);
    expect(throttle.mayTry("other", at(0))).toBe(true);
  });

  it("gives back two tries a second and forgets in a minute", () => {
    const throttle = createSeatThrottle();
    for (let i = 0; i < 120; i++) throttle.noteFailure("m", at(0));
    let tries = 0;
    for (let ms = 0; ms <= 10_000; ms += 10) {
      if (!throttle.mayTry("m", at(ms))) continue;
      throttle.noteFailure("m", at(ms));
      tries++;
    }
    expect(tries).toBeGreaterThanOrEqual(19);
    expect(tries).toBeLessThanOrEqual(22);
    expect(throttle.mayTry("m", at(80_000))).toBe(true);
  });

  it("survives a clock that steps back", () => {
    const throttle = createSeatThrottle();
    throttle.noteFailure("m", at(1000));
    expect(throttle.mayTry("m", at(0))).toBe(true);
  });
});
