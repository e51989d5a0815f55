import { describe, expect, it } from "vitest";
import { belongingGap } from "@/lib/insight/belonging-gap";
import { classBelonging } from "@/lib/insight/class-belonging";
import { bandsOf } from "@/lib/insight/testdata/bands";

const figure = (counts: readonly number[], n: number) => {
  const result = classBelonging(bandsOf(counts, n));
  if (!result.ok) throw new Error(result.code);
  return result.belonging;
};

describe("need beside fulfilment", () => {
  it("is a gap only where chance is unlikely", () => {
    const gap = belongingGap(figure([22, 23], 25), figure([9, 10, 9, 8, 10], 25));
    expect(gap.verdict).toBe("wanted-and-missing");
    expect(gap.difference).toBeGreaterThan(gap.smallestDetectable);
    expect(gap.words).toMatch(
      /^Belonging here matters to \d+% to \d+%, and \d+% to \d+% find it\./u,
    );
    const small = belongingGap(figure([14, 15], 25), figure([12, 13, 12, 13, 12], 25));
    expect(small.verdict).toBe("no-gap");
    expect(small.words).toContain("could be chance");
    const other = belongingGap(figure([3, 4], 25), figure([22, 22, 23, 21, 22], 25));
    expect(other).toMatchObject({ verdict: "more-than-wanted" });
    expect(other.difference).toBeLessThan(0);
  });
});
