import { describe, expect, it } from "vitest";
import {
  mayBeDestroyed,
  type TrusteeMarks,
  trusteeProgress,
  trusteeStep,
  waitsForTrustees,
} from "./trustees";

/** Marks by letters: n nothing, t taken, c given back too. */
const marks = (letters: string): TrusteeMarks[] =>
  [...letters].map((letter) => ({ taken: letter !== "n", confirmed: letter === "c" }));

describe("trustees of a wave", () => {
  it.each([
    ["", true, true],
    ["nnn", false, false],
    ["tnt", false, false],
    ["ttt", true, false],
    ["tct", true, false],
    ["cct", true, true],
    ["ccc", true, true],
  ])("%s: may open %s, may be opened %s", (letters, allTaken, mayBeOpened) => {
    expect(trusteeProgress(marks(letters))).toMatchObject({ allTaken, mayBeOpened });
  });

  it.each([
    ["closed", "ttt", true],
    ["closed", "ctt", true],
    ["closed", "cct", false],
    // It never opened: nothing is in its box.
    ["closed", "ttn", false],
    ["closed", "", false],
    ["open", "ttt", false],
    ["sealed", "ttt", false],
  ] as const)("a %s wave with %j waits: %s", (state, letters, expected) => {
    expect(waitsForTrustees(state, marks(letters))).toBe(expected);
  });

  it.each([
    ["draft", "nnn", "wait-for-keys"],
    ["planned", "ntt", "take"],
    ["planned", "tnt", "wait-for-others"],
    ["planned", "ttt", "hold"],
    ["open", "ttt", "hold"],
    ["closed", "ttt", "confirm"],
    ["closed", "tct", "confirm"],
    ["closed", "ctt", "wait-for-second"],
    ["closed", "cct", "wait-for-seal"],
    ["closed", "tcc", "wait-for-seal"],
    ["closed", "tnt", "wait-for-seal"],
    ["sealed", "cct", "released"],
  ] as const)("the first trustee of a %s wave with %s: %s", (state, letters, step) => {
    const trustees = marks(letters);
    expect(trusteeStep({ state, released: true }, trustees[0]!, trustees)).toBe(step);
  });

  it.each([
    // A pulse of which somebody waits for results is not given up while they may still come.
    ["closed", "", 23, false],
    ["closed", "cct", 23, false],
    ["closed", "cct", 24, true],
    ["closed", "", 24, true],
    ["closed", "ctt", 7 * 24 - 1, false],
    ["closed", "ctt", 7 * 24, true],
    ["open", "ttt", 480, false],
    ["sealed", "ctt", 480, false],
  ] as const)(
    "a %s wave with %j, %i hours on, may be given up: %s",
    (state, letters, hours, may) => {
      const closedAt = new Date("2026-11-27T21:00:00Z");
      const now = new Date(closedAt.getTime() + hours * 3_600_000);
      expect(
        mayBeDestroyed({ state, askedAt: closedAt, readyAt: closedAt }, marks(letters), now),
      ).toBe(may);
    },
  );

  it("have a day for the seal from their second code on, however late it came", () => {
    const closedAt = new Date("2026-11-01T21:00:00Z");
    const readyAt = new Date("2026-11-27T21:00:00Z");
    const after = (hours: number) => new Date(readyAt.getTime() + hours * 3_600_000);
    const wave = { state: "closed", askedAt: closedAt, readyAt } as const;
    expect(mayBeDestroyed(wave, marks("cct"), after(23))).toBe(false);
    expect(mayBeDestroyed(wave, marks("cct"), after(24))).toBe(true);
  });

  it("say so when a wave was given up", () => {
    const trustees = marks("ctt");
    expect(trusteeStep({ state: "sealed", released: false }, trustees[0]!, trustees)).toBe(
      "destroyed",
    );
  });
});
