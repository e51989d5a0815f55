import { describe, expect, it } from "vitest";
import { timeLeftWords } from "./time-left";

describe("time left", () => {
  it.each([
    [4 * 86_400_000 + 7 * 3_600_000, "4 days 7 hours"],
    [86_400_000, "1 day"],
    [3_600_000 + 60_000, "1 hour 1 minute"],
    [61_000, "2 minutes"],
    [0, "no time"],
    [-5, "no time"],
  ])("%d ms", (milliseconds, words) => {
    expect(timeLeftWords(milliseconds)).toBe(words);
  });
});
