import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReleasedBand } from "@/lib/disclosure/band";
import { bandCount, legalBands } from "@/lib/disclosure/band-count";
import { FLOOR_POLICY, raisePolicy, type Policy } from "@/lib/disclosure/policy";

const text = (n: number) =>
  legalBands(n, FLOOR_POLICY).map(({ lo, hi }) => `${String(lo)}–${String(hi)}`);

/** Any policy that validates, and any n it can show. */
const policyAndN = fc
  .record({
    tail: fc.integer({ min: 3, max: 6 }),
    width: fc.integer({ min: 4, max: 9 }),
    extraK: fc.integer({ min: 0, max: 10 }),
    above: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ tail, width, extraK, above }) => {
    const raised = raisePolicy({ tail, width, k: 2 * tail + 4 + extraK });
    if (!raised.ok) throw new Error(raised.message);
    return { policy: raised.policy, n: raised.policy.k + above };
  });

describe("legalBands", () => {
  it("gives the worked examples of the specification", () => {
    expect(text(10)).toEqual(["0–3", "4–6", "7–10"]);
    expect(text(20)).toEqual(["0–3", "4–8", "9–12", "13–16", "17–20"]);
  });

  it("covers 0..n without gap or overlap, none narrower than the policy", () => {
    fc.assert(
      fc.property(policyAndN, ({ policy, n }) => {
        const bands = legalBands(n, policy);
        let next = 0;
        bands.forEach(({ lo, hi }, i) => {
          expect(lo).toBe(next);
          next = hi + 1;
          const isTail = i === 0 || i === bands.length - 1;
          expect(hi - lo + 1).toBeGreaterThanOrEqual(
            isTail ? policy.tail + 1 : leastWidth(n, policy),
          );
        });
        expect(next).toBe(n + 1);
      }),
    );
  });

  it("is at least 4 wide everywhere under the floor policy, but for 3 at n = 10", () => {
    for (let n = 10; n <= 2000; n += 1) {
      const narrowest = Math.min(...legalBands(n, FLOOR_POLICY).map(({ lo, hi }) => hi - lo + 1));
      expect(narrowest).toBe(n === 10 ? 3 : 4);
    }
  });
});

describe("bandCount", () => {
  it("puts every count in the one legal band that holds it", () => {
    fc.assert(
      fc.property(policyAndN, fc.nat(), ({ policy, n }, seed) => {
        const count = seed % (n + 1);
        const band = bandCount(count, n, policy);
        expect(band.lo <= count && count <= band.hi).toBe(true);
        expect(legalBands(n, policy)).toContainEqual(band);
      }),
    );
  });

  it("makes unanimous through n−3 look identical, at both ends", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 3000 }), (n) => {
        for (const off of [1, 2, 3]) {
          expect(bandCount(n - off, n, FLOOR_POLICY)).toEqual(bandCount(n, n, FLOOR_POLICY));
          expect(bandCount(off, n, FLOOR_POLICY)).toEqual(bandCount(0, n, FLOOR_POLICY));
        }
        expect(bandCount(n - 4, n, FLOOR_POLICY)).not.toEqual(bandCount(n, n, FLOOR_POLICY));
      }),
    );
  });

  it.each([
    [3, 9],
    [-1, 20],
    [21, 20],
    [1.5, 20],
    [NaN, 20],
    [1, NaN],
  ])("throws on count %s of %s", (count, n) => {
    expect(() => bandCount(count, n, FLOOR_POLICY)).toThrow(RangeError);
  });
});

describe("ReleasedBand", () => {
  it("takes a legal cell and shows ranges rounded outwards", () => {
    const band = ReleasedBand.fromCell({ lo: 13, hi: 16, n: 20 }, FLOOR_POLICY);
    expect([band.shareLo, band.shareHi]).toEqual([0.65, 0.8]);
    const third = ReleasedBand.fromCell({ lo: 4, hi: 7, n: 11 }, FLOOR_POLICY);
    expect(third.percentRange).toEqual({ lo: 36, hi: 64 });
    expect(JSON.parse(JSON.stringify(third))).toEqual({ lo: 4, hi: 7, n: 11 });
  });

  it("gives the midpoint with the band's own variance, width²/12", () => {
    const { midpoint, variance } = ReleasedBand.fromCell(
      { lo: 0, hi: 3, n: 10 },
      FLOOR_POLICY,
    ).shareMidpoint;
    expect(midpoint).toBeCloseTo(0.15, 12);
    expect(variance).toBeCloseTo(0.09 / 12, 12);
  });

  it("takes neighbouring bands joined into one", () => {
    expect(ReleasedBand.fromCell({ lo: 4, hi: 16, n: 20 }, FLOOR_POLICY)).toMatchObject({
      lo: 4,
      hi: 16,
    });
  });

  it("refuses every cell that the policy does not draw", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.integer({ min: -2, max: 62 }),
        fc.integer({ min: -2, max: 62 }),
        (n, lo, hi) => {
          const bands = legalBands(n, FLOOR_POLICY);
          const [from, to] = [
            bands.findIndex((band) => band.lo === lo),
            bands.findIndex((band) => band.hi === hi),
          ];
          fc.pre(from === -1 || to < from);
          expect(() => ReleasedBand.fromCell({ lo, hi, n }, FLOOR_POLICY)).toThrow(RangeError);
        },
      ),
    );
    expect(() => ReleasedBand.fromCell({ lo: 0, hi: 3, n: 9 }, FLOOR_POLICY)).toThrow(RangeError);
  });
});

/** Where the tails leave less room than `width`, the single interior band takes all of it. */
function leastWidth(n: number, policy: Policy): number {
  return Math.min(policy.width, n - 2 * policy.tail - 1);
}
