import { describe, expect, it } from "vitest";
import { notAskedWords, participationShare, participationWords } from "./participation-words";

describe("participation in words", () => {
  it("gives the block of five and never a single count", () => {
    expect(participationWords({ lo: 20, hi: 24, seats: 26 })).toBe("20 to 24 of 26 seats");
    expect(participationShare({ lo: 20, hi: 24, seats: 26 })).toBe("76–93%");
  });

  it("stays within 100% when students joined late, and has words for no seats", () => {
    expect(participationShare({ lo: 25, hi: 29, seats: 24 })).toBe("100%");
    expect(participationShare({ lo: 0, hi: 0, seats: 0 })).toBe("no seats");
  });

  it("says for whom no figure speaks", () => {
    expect(notAskedWords(1)).toMatch(/^One student of the class was not asked/);
    expect(notAskedWords(4)).toMatch(/^4 students of the class were not asked/);
  });
});
