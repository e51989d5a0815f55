import { describe, expect, it } from "vitest";
import { createSeatThrottle } from "./seat-throttle";

const at = (ms: number) => new Date(Date.UTC(2026, 8, 1, 9) + ms);

describe("seat throttle", () => {
  it("lets a whole class mistype and stops a guesser", () => {
    const throttle = createSeatThrottle();
    for (let i = 0; i < 120; i++) expect(throttle.take("m", at(0))).toBe(true);
    expect(throttle.take("m", at(0))).toBe(false);
    expect(throttle.take("other", at(0))).toBe(true);
  });

  it("gives back two tries a second and forgets in a minute", () => {
    const throttle = createSeatThrottle();
    for (let i = 0; i < 120; i++) throttle.take("m", at(0));
    let tries = 0;
    for (let ms = 0; ms <= 10_000; ms += 10) if (throttle.take("m", at(ms))) tries++;
    expect(tries).toBeGreaterThanOrEqual(19);
    expect(tries).toBeLessThanOrEqual(22);
    expect(throttle.take("m", at(80_000))).toBe(true);
  });

  it("takes nothing for a code that was right", () => {
    const throttle = createSeatThrottle();
    for (let i = 0; i < 500; i++) {
      expect(throttle.take("m", at(0))).toBe(true);
      throttle.giveBack("m", at(0));
    }
  });

  it("is not filled up by more given back than taken", () => {
    const throttle = createSeatThrottle();
    for (let i = 0; i < 50; i++) throttle.giveBack("m", at(0));
    let tries = 0;
    while (throttle.take("m", at(0))) tries++;
    expect(tries).toBe(120);
  });

  it("survives a clock that steps back", () => {
    const throttle = createSeatThrottle();
    throttle.take("m", at(1000));
    expect(throttle.take("m", at(0))).toBe(true);
  });
});
