import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandCount } from "@/lib/disclosure/band-count";
import { bandsJoined, policyBands } from "@/lib/verification/policy-bands";
import type { FilePolicy } from "@/lib/verification/release-file";

const floor: FilePolicy = {
  version: "hearth-policy/1",
  k: 10,
  tail: 3,
  width: 4,
  narrowWidth: 3,
  remainder: 10,
  threeBucketsFrom: 30,
  participationBlock: 5,
  reliabilityFrom: 100,
};
const text = (n: number) => policyBands(n, floor).map(({ lo, hi }) => `${lo}–${hi}`);

describe("the policy's bands", () => {
  it("are those of the document", () => {
    expect(text(10)).toEqual(["0–3", "4–6", "7–10"]);
    expect(text(20)).toEqual(["0–3", "4–8", "9–12", "13–16", "17–20"]);
  });

  it("divide all counts, none narrower than the policy says, as the compiler draws them", () => {
    const cases = fc.record({
      n: fc.integer({ min: 14, max: 900 }),
      tail: fc.integer({ min: 3, max: 4 }),
      width: fc.integer({ min: 4, max: 9 }),
    });
    fc.assert(
      fc.property(cases, ({ n, tail, width }) => {
        const policy = { ...floor, tail, width };
        const bands = policyBands(n, policy);
        expect(bands[0]?.lo).toBe(0);
        expect(bands.at(-1)?.hi).toBe(n);
        bands.forEach(({ lo, hi }, at) => {
          if (at > 0) expect(lo).toBe(bands[at - 1]!.hi + 1);
          expect(hi - lo + 1).toBeGreaterThanOrEqual(Math.min(width, tail + 1, n - 2 * tail - 1));
          for (const count of [lo, hi])
            expect(bandCount(count, n, policy)).toMatchObject({ lo, hi });
        });
      }),
    );
  });

  it("count as joined where they are neighbours, and not otherwise", () => {
    expect(bandsJoined({ lo: 4, hi: 8 }, 20, floor)).toBe(1);
    expect(bandsJoined({ lo: 4, hi: 16 }, 20, floor)).toBe(3);
    expect(bandsJoined({ lo: 5, hi: 8 }, 20, floor)).toBe(0);
    expect(bandsJoined({ lo: 4, hi: 9 }, 20, floor)).toBe(0);
    expect(bandsJoined({ lo: 9, hi: 8 }, 20, floor)).toBe(0);
  });

  it("need room between the tails", () => {
    expect(() => policyBands(6, floor)).toThrow(RangeError);
  });
});
