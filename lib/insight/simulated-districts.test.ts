import { describe, expect, it } from "vitest";
import { classBelonging } from "@/lib/insight/class-belonging";
import { summariseClasses } from "@/lib/insight/summarise-classes";
import type { ClassFigure } from "@/lib/insight/summarise-classes";
import { bandsOf } from "@/lib/insight/testdata/bands";
import { normalCdf, normalQuantile } from "@/lib/psychometrics/normal";

const ITEMS = 5;
/** Latent correlation of two items of a student; gives about .4 between favourable answers. */
const WITHIN_STUDENT = 0.6;

/** Seeded uniform numbers in (0, 1): a 32-bit generator of the splitmix family. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (((mixed ^ (mixed >>> 15)) >>> 0) + 0.5) / 2 ** 32;
  };
}

interface Simulated extends ClassFigure {
  /** The share that endlessly many such students would answer favourably. */
  readonly truth: number;
}

/** One district: classes whose latent level varies by `classSd` around 65% favourable, read through real bands. */
function district(random: () => number, classCount: number, classSd: number): Simulated[] {
  const normal = (): number => normalQuantile(random());
  return Array.from({ length: classCount }, (_, index) => {
    const level = normalQuantile(0.65) + classSd * normal();
    const n = 12 + Math.floor(random() * 19);
    const counts = Array<number>(ITEMS).fill(0);
    for (let student = 0; student < n; student += 1) {
      const person = Math.sqrt(WITHIN_STUDENT) * normal();
      for (let item = 0; item < ITEMS; item += 1) {
        const answer = level + person + Math.sqrt(1 - WITHIN_STUDENT) * normal();
        if (answer > 0) counts[item] = counts[item]! + 1;
      }
    }
    const figure = classBelonging(bandsOf(counts, n));
    if (!figure.ok) throw new Error(figure.code);
    return { classId: String(index), belonging: figure.belonging, truth: normalCdf(level) };
  });
}

describe("simulated districts of 60 classes, read from released bands", () => {
  const random = seeded(20_261_123);
  const districts = Array.from({ length: 60 }, () => district(random, 60, 0.45));
  const all = districts.flat();

  it("the 95% interval holds the truth at least 93 times in 100, and not by being endless", () => {
    const held = all.filter(
      ({ belonging: { interval }, truth }) => interval.lo <= truth && truth <= interval.hi,
    );
    const widths = all.map(({ belonging: { interval } }) => interval.hi - interval.lo);
    const meanWidth = widths.reduce((total, width) => total + width, 0) / widths.length;
    expect(held.length / all.length).toBeGreaterThan(0.93);
    expect(meanWidth).toBeLessThan(0.4);
  });

  it("most classes on watch are truly in the lowest tenth", () => {
    const cut = normalCdf(normalQuantile(0.65) - 1.2816 * 0.45);
    let [watched, right] = [0, 0];
    for (const classes of districts) {
      const summary = summariseClasses(classes);
      if (!summary.ok) continue;
      for (const [index, { tier }] of summary.classes.entries()) {
        if (tier !== "watch") continue;
        watched += 1;
        if (classes[index]!.truth < cut) right += 1;
      }
    }
    expect(watched).toBeGreaterThan(30);
    expect(right / watched).toBeGreaterThan(0.75);
  });

  it("where classes do not differ, almost none is put on watch", () => {
    const nothing = Array.from({ length: 60 }, () => district(random, 60, 0));
    const watched = nothing.flatMap((classes) => {
      const summary = summariseClasses(classes);
      return summary.ok ? summary.classes.filter(({ tier }) => tier === "watch") : [];
    });
    expect(watched.length / 3600).toBeLessThan(0.01);
  });
});
