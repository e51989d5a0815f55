import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classBelonging, describeBelonging } from "@/lib/insight/class-belonging";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import { poolWaves } from "@/lib/insight/pool-waves";
import { bandsOf, tooFew } from "@/lib/insight/testdata/bands";

function belongingOf(counts: readonly number[], n: number): GroupBelonging {
  const result = classBelonging(bandsOf(counts, n));
  if (!result.ok) throw new Error(result.code);
  return result.belonging;
}

describe("classBelonging", () => {
  it("is the worked example: 20 respondents, 4–8 and 13–16 of them favourable", () => {
    const { n, itemCount, band, midpoint, bandVariance, samplingVariance } = belongingOf(
      [5, 14],
      20,
    );
    expect([n, itemCount]).toEqual([20, 2]);
    expect(band.lo).toBeCloseTo((4 + 13) / 40, 12);
    expect(band.hi).toBeCloseTo((8 + 16) / 40, 12);
    expect(midpoint).toBeCloseTo(41 / 80, 12);
    // ((5/20)² + (4/20)²)/12/2²
    expect(bandVariance).toBeCloseTo((0.0625 + 0.04) / 48, 12);
    // p(1 − p)/20 · (1 + .4)/2
    expect(samplingVariance).toBeCloseTo(((41 / 80) * (39 / 80) * 0.7) / 20, 12);
  });

  const group = fc.integer({ min: 10, max: 40 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      counts: fc.array(fc.integer({ min: 0, max: n }), { minLength: 1, maxLength: 8 }),
    }),
  );

  it("holds the true figure inside its band, whatever the answers", () => {
    fc.assert(
      fc.property(group, ({ n, counts }) => {
        const { band, midpoint, interval } = belongingOf(counts, n);
        const truth = counts.reduce((total, count) => total + count, 0) / counts.length / n;
        expect(truth).toBeGreaterThanOrEqual(band.lo - 1e-12);
        expect(truth).toBeLessThanOrEqual(band.hi + 1e-12);
        expect(interval.lo).toBeLessThan(midpoint);
        expect(interval.hi).toBeGreaterThan(midpoint);
      }),
    );
  });

  it("is a function of the bands: counts in the same bands give the same figure", () => {
    expect(belongingOf([4, 13, 20], 20)).toEqual(belongingOf([8, 16, 17], 20));
  });

  it("is more certain with more students and with more items", () => {
    const width = ({ interval }: GroupBelonging): number => interval.hi - interval.lo;
    expect(width(belongingOf([20, 20], 40))).toBeLessThan(width(belongingOf([5, 5], 10)));
    expect(width(belongingOf([10, 10, 10, 10], 20))).toBeLessThan(width(belongingOf([10], 20)));
  });

  it("is withheld as a whole when one item is, with the reason", () => {
    const result = classBelonging([...bandsOf([5], 20), tooFew]);
    expect(result).toEqual({ ok: false, code: "withheld", withheld: tooFew });
    expect(classBelonging([])).toEqual({ ok: false, code: "no-items" });
  });
});

describe("describeBelonging", () => {
  it("says what is certain, then the doubt, with respondents in a block of 5", () => {
    const words = describeBelonging(belongingOf([12, 13, 11, 14, 12], 18));
    expect(words.band).toEqual({ lo: 55, hi: 78 });
    expect(words.figure).toContain("55% to 78% of the answers were favourable");
    expect(words.doubt).toContain(
      `With 15 to 19 answers this figure is good to ± ${words.points} points`,
    );
    expect(words.points).toBeGreaterThan(10);
    expect(words.points).toBeLessThan(25);
    expect(words.doubt).not.toMatch(/\b18\b/);
  });
});

describe("poolWaves", () => {
  const wave = belongingOf([6, 6, 9, 6, 9], 20);

  it("gives nothing for nothing and one wave unchanged", () => {
    expect(poolWaves([])).toBeUndefined();
    expect(poolWaves([wave])).toBe(wave);
  });

  it("narrows doubt with a second wave, by less than a second class would", () => {
    const pooled = poolWaves([wave, wave]);
    expect(pooled?.midpoint).toBeCloseTo(wave.midpoint, 12);
    expect(pooled?.bandVariance).toBeCloseTo(wave.bandVariance / 2, 12);
    expect(pooled?.samplingVariance).toBeCloseTo(wave.samplingVariance * 0.85, 12);
  });
});
