import { describe, expect, it } from "vitest";

import type { BeforeAfter, ShownPulse } from "@/lib/plans/before-after";

import {
  followedWords,
  minutesWords,
  planDayWords,
  planStateWords,
  stepsDoneWords,
} from "./plan-words";

const TODAY = "2026-11-26";
const plan = (change: object = {}) => ({
  ...{ state: "running" as const, startOn: "2026-11-02", lookAgainOn: "2026-12-07" },
  ...change,
});
const step = (doneOn: string | null) => ({ position: 0, body: "x", doneOn, doneBy: null });
const pulse = { opensAt: new Date(0), closesAt: new Date(0) } as ShownPulse;
const same = {
  ok: true,
  difference: 0.02,
  smallestDetectable: 0.2,
  verdict: "about-the-same",
  words: "",
} as const;
const compared = (...changes: (typeof same | null)[]): BeforeAfter<ShownPulse> => ({
  kind: "compared",
  before: pulse,
  after: changes.map((change) => ({ pulse, change })),
});

describe("plans in words", () => {
  it("say where a plan stands, and that it is due", () => {
    expect(planStateWords(plan(), TODAY)).toBe("Running");
    expect(planStateWords(plan({ lookAgainOn: TODAY }), TODAY)).toBe("Time to look again");
    expect(planStateWords(plan({ startOn: "2026-11-27" }), TODAY)).toBe("Not begun");
    expect(planStateWords(plan({ state: "stopped", lookAgainOn: TODAY }), TODAY)).toBe("Stopped");
  });

  it("count steps, days and minutes", () => {
    expect(stepsDoneWords({ steps: [step("2026-11-03"), step(null)] })).toBe("1 of 2");
    expect(planDayWords("2026-11-01")).toBe("Nov 1, 2026");
    expect(minutesWords({ from: 5, to: 15 })).toBe("5 to 15 minutes a week");
    expect(minutesWords({ from: 5, to: 5 })).toBe("5 minutes a week");
  });

  it("say what followed first, with chance and interval, and how much more there is", () => {
    const words = (of: BeforeAfter<ShownPulse>) => followedWords(of, plan(), TODAY);
    const first =
      "About the same as before; this could be chance. Most likely between 18 points lower and 22 points higher.";
    expect(words(compared(same))).toBe(first);
    expect(words(compared(same, null))).toBe(`${first} One later pulse is on its page.`);
    expect(words(compared(null, same, same))).toBe(
      "The first pulse after it shows no figure. 2 later pulses are on its page.",
    );
  });

  it("say why there is nothing to compare", () => {
    const words = (of: BeforeAfter<ShownPulse>, change: object = {}) =>
      followedWords(of, plan(change), TODAY);
    expect(words({ kind: "nothing-before" })).toMatch(/no result from before/u);
    expect(words({ kind: "nothing-after", before: pulse })).toMatch(/^No result yet/u);
    expect(words({ kind: "nothing-before" }, { startOn: "2026-11-27" })).toBe("Not begun yet.");
  });
});
