import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandWord } from "@/lib/insight/band-word";

/** What each word claims of a share. */
const CLAIMS: Readonly<Record<string, (share: number) => boolean>> = {
  "nearly all": (share) => share >= 0.85,
  most: (share) => share > 0.66,
  "more than half": (share) => share > 0.5,
  "hardly any": (share) => share <= 0.15,
  few: (share) => share < 0.34,
  "fewer than half": (share) => share < 0.5,
  "about half": (share) => share >= 0.35 && share <= 0.65,
  "about half or more": (share) => share >= 0.4,
  "about half or fewer": (share) => share <= 0.6,
  "somewhere in the middle": () => true,
};

describe("the word for a band", () => {
  it("is true of every share in the band", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (a, b, at) => {
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
        const claim = CLAIMS[bandWord({ lo, hi })];
        expect(claim?.(lo + at * (hi - lo))).toBe(true);
      }),
    );
  });

  it("says the ends, the middle, and that a wide band says little", () => {
    expect(bandWord({ lo: 0.87, hi: 1 })).toBe("nearly all");
    expect(bandWord({ lo: 0.52, hi: 0.7 })).toBe("more than half");
    expect(bandWord({ lo: 0.4, hi: 0.6 })).toBe("about half");
    expect(bandWord({ lo: 0.17, hi: 0.35 })).toBe("fewer than half");
    expect(bandWord({ lo: 0, hi: 0.13 })).toBe("hardly any");
    expect(bandWord({ lo: 0.2, hi: 0.9 })).toBe("somewhere in the middle");
  });
});
