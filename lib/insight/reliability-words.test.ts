import { describe, expect, it } from "vitest";
import { reliabilityWords } from "@/lib/insight/reliability-words";
import { respondentsNeeded } from "@/lib/psychometrics/icc";

const figures = {
  ...{ group: "school:S1", items: 20, alpha: 0.91, alphaWithoutReversed: 0.92, omega: 0.9 },
  ...{ sem: 0.21, icc1: 0.1, icc2: 0.7 },
};
const words = (change: Partial<typeof figures> | Record<string, null>) =>
  reliabilityWords({ ...figures, ...change }).map((one) => one.words);

describe("reliability in words", () => {
  it("says what the reference says an ICC of .10 asks for", () => {
    expect(respondentsNeeded(0.1, 0.7)).toBe(21);
    expect(respondentsNeeded(0.1, 0.8)).toBe(36);
    const [together, exact, classes] = words({});
    expect(together).toContain("(alpha .91, .92 without the reversed questions, omega .90)");
    expect(exact).toContain("± .41 points");
    expect(classes).toContain("10 in 100 parts");
    expect(classes).toContain("21 answers for a reliability of .70, 36 answers");
  });

  it("never says NaN, nor claims what is not there", () => {
    const none = { alpha: null, alphaWithoutReversed: null, omega: null, sem: null };
    for (const text of [...words({ ...none, icc1: null, icc2: null }), ...words({ icc1: -0.01 })]) {
      expect(text).not.toMatch(/NaN|null|undefined|Infinity/u);
    }
    expect(words({ icc1: 0 })[2]).toContain("No more than chance");
    expect(words({ alpha: 0.4 })[0]).toContain("Only loosely");
    expect(words({ omega: null })[0]).toContain("one factor does not fit");
    expect([
      respondentsNeeded(0, 0.7),
      respondentsNeeded(-0.2, 0.7),
      respondentsNeeded(1, 0.7),
    ]).toEqual([null, null, null]);
  });
});
