import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FOUND_OUTCOMES, type FlagOutcome } from "@/lib/flags/outcome";
import { FEWEST_TO_SAY, inHundredWords, usefulnessOf } from "@/lib/flags/usefulness";

const outcome = fc.constantFrom<FlagOutcome | null>(...FOUND_OUTCOMES, "cleared", "lapsed", null);

describe("usefulnessOf", () => {
  it("counts every flag once: under its outcome, or as one of which nobody said", () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 60 }), (outcomes) => {
        const { counts, lookedInto, unsaid, helped } = usefulnessOf(outcomes);
        expect(FOUND_OUTCOMES.reduce((sum, each) => sum + counts[each], 0)).toBe(lookedInto);
        expect(lookedInto + unsaid).toBe(outcomes.length);
        expect(helped === null).toBe(lookedInto < FEWEST_TO_SAY);
        if (helped === null) return;
        const share = counts.helped / lookedInto;
        // Jeffreys' interval leaves out a share of 0 or 1 by a little.
        expect(helped.lo).toBeLessThanOrEqual(Math.max(share, 0.1));
        expect(helped.hi).toBeGreaterThanOrEqual(Math.min(share, 0.9));
      }),
    );
  });

  it("does not count lapsed flags against those that helped", () => {
    const looked = Array.from({ length: 10 }, (): FlagOutcome => "helped");
    const lapsed = Array.from({ length: 90 }, (): FlagOutcome => "lapsed");
    expect(usefulnessOf([...looked, ...lapsed]).helped).toEqual(usefulnessOf(looked).helped);
  });

  it("narrows with more flags", () => {
    const wide = usefulnessOf(
      Array.from({ length: 10 }, (_, at) => (at % 2 ? "helped" : "nothing")),
    );
    const more = usefulnessOf(
      Array.from({ length: 90 }, (_, at) => (at % 2 ? "helped" : "nothing")),
    );
    const width = ({ helped }: typeof wide) => (helped?.hi ?? 0) - (helped?.lo ?? 0);
    expect(width(more)).toBeLessThan(width(wide) / 2);
    expect(width(more)).toBeGreaterThan(0.15);
  });
});

describe("inHundredWords", () => {
  it("rounds outwards and stays within 0 and 100", () => {
    expect(inHundredWords({ lo: 0.234, hi: 0.761 })).toBe("between 23 and 77 in 100");
    expect(inHundredWords({ lo: 0, hi: 1 })).toBe("between 0 and 100 in 100");
  });
});
