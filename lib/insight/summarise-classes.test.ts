import { describe, expect, it } from "vitest";
import { classBelonging } from "@/lib/insight/class-belonging";
import { summariseClasses } from "@/lib/insight/summarise-classes";
import type { ClassFigure } from "@/lib/insight/summarise-classes";
import { bandsOf } from "@/lib/insight/testdata/bands";

function figure(classId: string, share: number, n = 24): ClassFigure {
  const result = classBelonging(bandsOf(Array<number>(5).fill(Math.round(share * n)), n));
  if (!result.ok) throw new Error(result.code);
  return { classId, belonging: result.belonging };
}
/** 40 classes between 55% and 80% favourable. */
const ordinary = Array.from({ length: 40 }, (_, i) => figure(`c${i}`, 0.55 + ((i * 7) % 40) / 160));

describe("summariseClasses", () => {
  it("puts the clearly low classes on watch and no other, in the order given", () => {
    const classes = [...ordinary, figure("low-1", 0.2), figure("low-2", 0.25)];
    const summary = summariseClasses(classes);
    if (!summary.ok) throw new Error(summary.message);
    expect(summary.classes.map(({ classId }) => classId)).toEqual(classes.map((c) => c.classId));
    const watched = summary.classes.filter(({ tier }) => tier === "watch").map((c) => c.classId);
    expect(watched).toEqual(["low-1", "low-2"]);
    for (const { mean, sd, interval, pLow, inDiscoverySet, tier } of summary.classes) {
      expect(interval.lo).toBeLessThan(mean);
      expect(interval.hi - interval.lo).toBeLessThanOrEqual(3.92 * sd + 1e-12);
      expect(tier === "watch").toBe(pLow >= 0.5 && inDiscoverySet);
    }
    expect(summary.cut).toBeCloseTo(summary.mu - 1.2816 * summary.tau, 12);
  });

  it("gives a small class less weight than a large one with the same share", () => {
    const summary = summariseClasses([
      ...ordinary,
      figure("small", 0.3, 10),
      figure("large", 0.3, 40),
    ]);
    if (!summary.ok) throw new Error(summary.message);
    const [small, large] = summary.classes.slice(-2);
    expect(small!.mean).toBeGreaterThan(large!.mean);
    expect(small!.sd).toBeGreaterThan(large!.sd);
  });

  it("shows no differences below 20 classes, and says so", () => {
    const summary = summariseClasses(ordinary.slice(0, 19));
    expect(summary).toMatchObject({ ok: false, code: "too-few-classes" });
    expect(!summary.ok && summary.message).toContain("this pulse has results for 19");
    expect(summariseClasses([])).toMatchObject({ ok: false, code: "too-few-classes" });
  });

  it("shows no differences where all classes fall in the same bands", () => {
    const alike = ordinary.map(({ classId }) => figure(classId, 0.6));
    expect(summariseClasses(alike)).toMatchObject({ ok: false, code: "no-differences" });
  });
});
