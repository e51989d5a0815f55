import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { falseDiscoverySet } from "@/lib/psychometrics/false-discovery";

describe("falseDiscoverySet", () => {
  it("takes from the top while the expected share of mistakes stays at .2", () => {
    // (1−P) from the top: .02 → .02; .2 → .11; .35 → .19; .5 → .2675, which is too many.
    expect(falseDiscoverySet([0.5, 0.98, 0.65, 0.8])).toEqual([false, true, true, true]);
  });

  it("names nobody where even the likeliest is too doubtful", () => {
    expect(falseDiscoverySet([0.79, 0.5, 0.1])).toEqual([false, false, false]);
    expect(falseDiscoverySet([])).toEqual([]);
  });

  it("treats ties alike, whatever their order", () => {
    expect(falseDiscoverySet([0.95, 0.6, 0.6])).toEqual([true, false, false]);
  });

  it("keeps its promise, and does not depend on the order", () => {
    const probability = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(probability, { maxLength: 60 }), (probabilities) => {
        const taken = falseDiscoverySet(probabilities);
        const named = probabilities.filter((_, index) => taken[index]);
        const mistakes = named.reduce((total, p) => total + (1 - p), 0);
        if (named.length > 0) expect(mistakes / named.length).toBeLessThanOrEqual(0.2 + 1e-12);
        const reversed = falseDiscoverySet([...probabilities].reverse());
        expect([...reversed].reverse()).toEqual(taken);
        const lowest = Math.min(...named);
        expect(probabilities.every((p, index) => taken[index] || p < lowest)).toBe(true);
      }),
    );
  });

  it("refuses what is no probability", () => {
    expect(() => falseDiscoverySet([1.2])).toThrow(RangeError);
  });
});
