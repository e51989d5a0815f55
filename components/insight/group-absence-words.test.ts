import { describe, expect, it } from "vitest";

import {
  type GroupLookWords,
  lookSentences,
  rateSentence,
  verdictWords,
  windowSentence,
} from "./group-absence-words";
import { yearSentences } from "./year-words";

const FIGURES: NonNullable<GroupLookWords["figures"]> = {
  ...{ observed: 1_178, expected: 712.6, tier: "act" as const },
  ...{ highestWeek: "2026-11-09", highestExcess: 150 },
};

const look = (more: Partial<GroupLookWords> = {}): GroupLookWords => ({
  ...{ level: "grade", from: "2026-10-26", through: "2026-11-16" },
  ...{ studentDays: 2_900, absentDays: 285, restDays: 8_000, restAbsent: 536 },
  ...{ refusal: null, figures: FIGURES },
  ...more,
});

describe("a look in words", () => {
  it("says what was found, in which weeks, and beside what", () => {
    expect(lookSentences(look())).toEqual(["1,178 new absences, about 713 to be expected."]);
    expect(windowSentence(look())).toBe(
      "These are the four school weeks from Oct 26 to that of Nov 16. What was to be expected comes from a grade’s own past and from the rest of the school in the same weeks.",
    );
    expect(rateSentence(look())).toBe(
      "9.8% of 2,900 student-days were missed; in the rest of the school 6.7%.",
    );
    expect(verdictWords(look())).toBe("rising (act)");
  });

  it("says when a rise lies in one week, and only of what is shown", () => {
    const flu = { ...FIGURES, highestExcess: 300 };
    expect(lookSentences(look({ figures: flu })).at(-1)).toMatch(/one week, that of Nov 9/u);
    expect(lookSentences(look({ figures: { ...flu, tier: "none" } }))).toHaveLength(1);
  });

  it("says why something beyond chance is not shown", () => {
    const small = { ...FIGURES, expected: 1_000, tier: null };
    expect(lookSentences(look({ figures: small }))[1]).toMatch(/less than a quarter/u);
    expect(lookSentences(look({ figures: { ...FIGURES, tier: null } }))[1]).toMatch(
      /three students/u,
    );
    expect(verdictWords(look({ figures: small }))).toBe("not shown as rising");
  });

  it.each([
    ["grade", "no-comparison", /no other grade/u],
    ["school", "no-comparison", /no other school/u],
    ["grade", "short-baseline", /eight school weeks/u],
    ["school", "short-baseline", /this school and another one/u],
    ["grade", "gap-in-window", /no school days/u],
    ["school", "not-recent", /four weeks old/u],
  ] as const)("says of a %s with %s why there is no figure", (level, refusal, words) => {
    const refused = look({ level, refusal, figures: null });
    expect(lookSentences(refused)).toHaveLength(1);
    expect(lookSentences(refused)[0]).toMatch(words);
    expect(verdictWords(refused)).toBe("cannot say");
  });

  it("has no rate without student-days, and no comparison with nobody", () => {
    expect(rateSentence(look({ studentDays: 0 }))).toBeNull();
    expect(rateSentence(look({ restDays: 0 }))).toBe("9.8% of 2,900 student-days were missed.");
  });
});

describe("a school beside its own last year", () => {
  const year = {
    ...{ ok: true as const, weeks: ["a", "b", "c", "d"], rate: 0.09, rateBefore: 0.06, phi: 2 },
    ...{ studentDays: 4_000, studentDaysBefore: 4_100 },
  };

  it.each([
    [{ ratio: 1.5, low: 1.1, high: 2.05 }, /more than last year/u],
    [{ ratio: 0.7, low: 0.5, high: 0.98 }, /less than last year/u],
    [{ ratio: 1.2, low: 0.9, high: 1.6 }, /No difference/u],
  ])("gives the ratio with its interval and says what it means: %j", (interval, verdict) => {
    const [figures, words] = yearSentences({ ...year, ...interval });
    expect(figures).toContain(`(95%: ${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`);
    expect(words).toMatch(verdict);
  });

  it("says on how many weeks it rests, and why there is none", () => {
    const three = { ...year, weeks: ["a", "b", "c"], ratio: 1, low: 0.9, high: 1.1 };
    expect(yearSentences(three)[0]).toMatch(/^In three of the last four weeks/u);
    for (const code of ["no-earlier-weeks", "part-of-last-year", "too-little"] as const)
      expect(yearSentences({ ok: false, code })).toHaveLength(1);
  });
});
