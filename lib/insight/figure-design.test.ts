import { describe, expect, it } from "vitest";
import { ReleasedBand } from "@/lib/disclosure/band";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { classBelonging, itemMeanEffect } from "@/lib/insight/class-belonging";
import { dealingVariance, designOf, evenDesign } from "@/lib/insight/figure-design";
import { formsOf } from "@/lib/instruments/forms";
import { measuresOf } from "@/lib/instruments/measures";
import { PULSE_6_12, ROTATING_6_12 } from "@/lib/instruments/pulse-6-12";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";

const forms = formsOf(ROTATING_6_12);
const measures = measuresOf(ROTATING_6_12);
const design = designOf(measures, forms.length);

describe("the design of a figure", () => {
  it("is even, and adds nothing, where everybody is asked everything", () => {
    const fixed = measuresOf(PULSE_6_12).slice(0, 5);
    const { weights, itemCount, dealing } = designOf(fixed, 1);
    expect(weights).toEqual(evenDesign(5).weights);
    expect(itemCount).toBeCloseTo(5, 12);
    expect(dealing).toEqual({ alone: 0, together: 0 });
    expect(dealingVariance(designOf(fixed, 1), 0.6, 20)).toBe(0);
  });

  it("weighs each of five constructs alike: four items each", () => {
    const sums = new Map<string, number>();
    for (const [at, { construct }] of measures.entries()) {
      sums.set(construct, (sums.get(construct) ?? 0) + design.weights[at]!);
    }
    for (const sum of sums.values()) expect(sum).toBeCloseTo(0.2, 12);
  });

  it("has the variance that dealing forms really brings", () => {
    const random = seededRandom("20261126");
    const [n, p, runs] = [20, 0.6, 20_000];
    // Students answer each measure favourably with a chance of their own, so that two measures correlate at .4.
    const rho = 0.4;
    let [sum, squares] = [0, 0];
    for (let run = 0; run < runs; run++) {
      let figure = 0;
      for (let student = 0; student < n; student++) {
        const form = Math.floor(random() * forms.length);
        const shared = random() < p;
        for (const [at, measure] of measures.entries()) {
          // With √ρ of the chance the shared answer, else one of its own: correlation ρ.
          const favourable = random() < Math.sqrt(rho) ? shared : random() < p;
          if (!favourable || !measure.askedOn.has(form)) continue;
          figure += design.weights[at]! / (n * measure.asked);
        }
      }
      sum += figure;
      squares += figure * figure;
    }
    const mean = sum / runs;
    const variance = squares / runs - mean * mean;
    const expected =
      ((p * (1 - p)) / n) * itemMeanEffect(design.itemCount) + dealingVariance(design, p, n);
    expect(mean).toBeCloseTo(p, 2);
    expect(variance / expected).toBeGreaterThan(0.95);
    expect(variance / expected).toBeLessThan(1.05);
  });

  it("makes a figure of those who were asked, and says that it is not certain", () => {
    const n = 36;
    const cells = measures.map(({ asked }) => {
      const band = { lo: Math.round(n * asked) - 4, hi: Math.round(n * asked) - 1 };
      // A band of the policy near it.
      for (let shift = 0; shift < 4; shift++) {
        try {
          return ReleasedBand.fromCell(
            { lo: band.lo - shift, hi: band.hi - shift, n },
            FLOOR_POLICY,
            asked,
          );
        } catch {
          continue;
        }
      }
      throw new Error("no band there");
    });
    const result = classBelonging(cells, design);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const { belonging } = result;
    expect(belonging.allAsked).toBe(false);
    expect(belonging.band.lo).toBeGreaterThan(0.75);
    expect(belonging.band.hi).toBeLessThanOrEqual(1);
    const certain = classBelonging(
      cells.map((cell) => ReleasedBand.fromCell(cell.toJSON(), FLOOR_POLICY)),
      design,
    );
    expect(certain.ok && certain.belonging.allAsked).toBe(true);
    expect(certain.ok && certain.belonging.midpoint).toBeLessThan(belonging.midpoint);
  });
});
