import { expect, it } from "vitest";
import { createRequestThrottle } from "./request-throttle";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 14) + minutes * 60_000);

it("lets a class ask six times, then once in ten minutes; other classes do not wait for it", () => {
  const throttle = createRequestThrottle();
  const tries = Array.from({ length: 8 }, () => throttle.take("7A", at(0)));
  expect(tries).toEqual([true, true, true, true, true, true, false, false]);
  expect(throttle.take("7B", at(0))).toBe(true);
  expect(throttle.take("7A", at(9))).toBe(false);
  expect(throttle.take("7A", at(10))).toBe(true);
  expect(throttle.take("7A", at(10))).toBe(false);
});

it("takes nothing for what was not written", () => {
  const throttle = createRequestThrottle();
  for (let count = 0; count < 20; count++) {
    expect(throttle.take("7A", at(0))).toBe(true);
    throttle.giveBack("7A", at(0));
  }
});

it("forgets the oldest class beyond ten thousand", () => {
  const throttle = createRequestThrottle();
  for (let count = 0; count < 6; count++) throttle.take("first", at(0));
  for (let count = 0; count < 10_000; count++) throttle.take(String(count), at(0));
  expect(throttle.take("first", at(0))).toBe(true);
});
