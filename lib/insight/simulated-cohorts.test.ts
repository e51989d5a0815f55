import { describe, expect, it } from "vitest";
import { classBelonging, type GroupBelonging } from "@/lib/insight/class-belonging";
import { classSpread } from "@/lib/insight/class-spread";
import { differenceOf } from "@/lib/insight/cohort-difference";
import { poolBelonging } from "@/lib/insight/cohort-figure";
import { bandsOf } from "@/lib/insight/testdata/bands";
import { normalQuantile } from "@/lib/psychometrics/normal";
import { normal, type Random, seededRandom } from "@/lib/simulation/random";

const ITEMS = 5;
/** As in simulated-districts.test.ts: about .4 between two favourable answers of a student. */
const WITHIN_STUDENT = 0.6;
/** Standard deviations of the level of classes: an ICC1 of the index of about .08, and classes that differ a lot. */
const USUAL = 0.28;
const WIDE = 0.45;

interface Simulated {
  readonly n: number;
  readonly counts: readonly number[];
  /** Between 0 and 1 each: a student's mean over the questions. */
  readonly scores: readonly number[];
}

function classOf(random: Random, level: number, sd = USUAL): Simulated {
  const own = normalQuantile(0.65) + level + sd * normal(random);
  const n = 12 + Math.floor(random() * 19);
  const counts = Array<number>(ITEMS).fill(0);
  const scores = Array.from({ length: n }, () => {
    const person = Math.sqrt(WITHIN_STUDENT) * normal(random);
    let favourable = 0;
    for (let item = 0; item < ITEMS; item += 1) {
      if (own + person + Math.sqrt(1 - WITHIN_STUDENT) * normal(random) <= 0) continue;
      counts[item] = (counts[item] ?? 0) + 1;
      favourable += 1;
    }
    return favourable / ITEMS;
  });
  return { n, counts, scores };
}

/** As a school is released: one cell of all its students. */
function released(classes: readonly Simulated[]): GroupBelonging {
  const n = classes.reduce((sum, row) => sum + row.n, 0);
  const counts = Array.from({ length: ITEMS }, (_, item) =>
    classes.reduce((sum, row) => sum + (row.counts[item] ?? 0), 0),
  );
  const figure = classBelonging(bandsOf(counts, n));
  if (!figure.ok) throw new Error(figure.code);
  return figure.belonging;
}

/** As a saved set is made: from the bands of its classes. */
function pooled(classes: readonly Simulated[]): GroupBelonging {
  return poolBelonging(classes.map((row) => released([row])));
}

function compared(classes: readonly Simulated[], make: typeof pooled) {
  const seats = classes.map(({ n }) => n);
  const all = seats.reduce((sum, seat) => sum + seat, 0);
  const concentration = seats.reduce((sum, seat) => sum + seat * seat, 0) / all ** 2;
  return { belonging: make(classes), concentration };
}

/** Six cohorts of one page: three schools of 8 to 24 classes, three sets of 5 classes, each of other students. */
function page(random: Random, levels: readonly number[], sd: number) {
  const made = levels.map((level, at) => {
    const count = at % 2 === 0 ? 8 + Math.floor(random() * 17) : 5;
    return Array.from({ length: count }, () => classOf(random, level, sd));
  });
  const spread = classSpread(made.map((classes) => classes.map((row) => released([row]))));
  const cohorts = made.map((classes, at) => compared(classes, at % 2 === 0 ? released : pooled));
  return { cohorts, spread };
}

/** The share of pages on which at least one difference is called real. */
function alarms(pages: number, sd: number, random: Random): number {
  let wrong = 0;
  for (let at = 0; at < pages; at += 1) {
    const { cohorts, spread } = page(random, [0, 0, 0, 0, 0, 0], sd);
    const [first, ...others] = cohorts;
    if (first === undefined) throw new Error("no cohort");
    const rule = { count: others.length, spread };
    if (others.some((other) => differenceOf(other, first, rule).verdict !== "about-the-same")) {
      wrong += 1;
    }
  }
  return wrong / pages;
}

/** Three standard errors of a share of 5% in so many pages. */
const beyond = (pages: number) => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / pages);

describe("simulated pages of six cohorts, read from released bands", () => {
  it("the classes are as alike as the assumption says", () => {
    const random = seededRandom(2026, "cohorts/icc");
    const classes = Array.from({ length: 3000 }, () => classOf(random, 0));
    const total = classes.reduce((sum, { n }) => sum + n, 0);
    const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
    const grand = mean(classes.flatMap(({ scores }) => scores));
    let [between, within] = [0, 0];
    for (const { scores } of classes) {
      const own = mean(scores);
      between += scores.length * (own - grand) ** 2;
      for (const score of scores) within += (score - own) ** 2;
    }
    const [msb, msw] = [between / (classes.length - 1), within / (total - classes.length)];
    const size = total / classes.length;
    const icc = (msb - msw) / (msb + (size - 1) * msw);
    expect(icc).toBeGreaterThan(0.075);
    expect(icc).toBeLessThan(0.095);
  });

  it.each([
    ["as alike as assumed", USUAL],
    ["that differ a lot", WIDE],
  ])(
    "of classes %s: at most 5 pages in 100 call any difference real that is none",
    (_, sd) => {
      const pages = 500;
      const share = alarms(pages, sd, seededRandom(2026, `cohorts/same/${String(sd)}`));
      expect(share).toBeLessThan(beyond(pages));
      // And the rule does say it sometimes: a rule that never speaks would pass too.
      expect(share).toBeGreaterThan(0);
    },
    60_000,
  );

  it("also where a cohort is part of the one that it is compared with", () => {
    const random = seededRandom(2026, "cohorts/overlap");
    const pages = 500;
    let wrong = 0;
    for (let at = 0; at < pages; at += 1) {
      const school = Array.from({ length: 12 }, () => classOf(random, 0));
      const own = compared(school.slice(0, 5), pooled);
      const rule = { count: 1, spread: null };
      const { verdict } = differenceOf(own, compared(school, released), rule);
      if (verdict !== "about-the-same") wrong += 1;
    }
    expect(wrong / pages).toBeLessThan(beyond(pages));
  });

  it("a school that is far lower is found", () => {
    const random = seededRandom(2026, "cohorts/lower");
    let found = 0;
    for (let at = 0; at < 100; at += 1) {
      const { cohorts, spread } = page(random, [0, 0, -0.6, 0, 0, 0], USUAL);
      const [first, , lower] = cohorts;
      if (first === undefined || lower === undefined) throw new Error("no cohort");
      if (differenceOf(lower, first, { count: 5, spread }).verdict === "lower") found += 1;
    }
    expect(found).toBeGreaterThan(80);
  });
});
