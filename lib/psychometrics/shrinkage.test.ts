import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowCut, probabilityLow } from "@/lib/psychometrics/low-belonging";
import { betweenClassVariance, shrinkClassMeans } from "@/lib/psychometrics/shrinkage";
import type { ClassMean } from "@/lib/psychometrics/shrinkage";

const read = (name: string): string =>
  readFileSync(new URL(`./testdata/${name}`, import.meta.url), "utf8");

interface Reference {
  readonly reverse: readonly string[];
  readonly score: { readonly tau2_anova: number; readonly MSW: number };
  readonly EB_anova: {
    readonly mu: number;
    readonly mean: readonly number[];
    readonly lambda: readonly number[];
    readonly post_mean: readonly number[];
    readonly post_sd: readonly number[];
    readonly P_low10: readonly number[];
  };
}
const reference = JSON.parse(read("reference_synth_belonging.json")) as Reference;

/** The survey as class means with MSW/n as their variance: 541 students, 24 classes, 15 items of 5 points. */
function classesOfTheSurvey(): ClassMean[] {
  const [head = "", ...lines] = read("synth_belonging_full.csv").trim().split("\n");
  const names = head.replaceAll('"', "").split(",");
  const scores = new Map<number, number[]>();
  for (const line of lines) {
    const cells = line.split(",").map(Number);
    const answers = names.slice(2).map((name, index) => {
      const answer = cells[index + 2]!;
      return reference.reverse.includes(name) ? 6 - answer : answer;
    });
    const score = answers.reduce((total, answer) => total + answer, 0) / answers.length;
    scores.set(cells[0]!, [...(scores.get(cells[0]!) ?? []), score]);
  }
  const groups = [...scores.keys()].sort((a, b) => a - b).map((key) => scores.get(key)!);
  const mean = (group: number[]): number => group.reduce((t, score) => t + score, 0) / group.length;
  const within = groups.flatMap((group) => group.map((score) => (score - mean(group)) ** 2));
  const msw = within.reduce((t, square) => t + square, 0) / (within.length - groups.length);
  expect(Math.abs(msw - reference.score.MSW)).toBeLessThan(1e-9);
  return groups.map((group) => ({ mean: mean(group), variance: msw / group.length }));
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-6);
  });
}

describe("the synthetic survey's empirical-Bayes figures", () => {
  const classes = classesOfTheSurvey();
  const shrunken = shrinkClassMeans(classes);
  if (!shrunken.ok) throw new Error("The survey has differences between its 24 classes");

  it("has the reference's τ̂² and μ", () => {
    expectClose([betweenClassVariance(classes)], [reference.score.tau2_anova]);
    expectClose(
      [shrunken.tau ** 2, shrunken.mu],
      [reference.score.tau2_anova, reference.EB_anova.mu],
    );
  });

  it("has its λ, posterior means and standard deviations", () => {
    expectClose(
      classes.map(({ mean }) => mean),
      reference.EB_anova.mean,
    );
    expectClose(
      shrunken.classes.map(({ lambda }) => lambda),
      reference.EB_anova.lambda,
    );
    expectClose(
      shrunken.classes.map(({ mean }) => mean),
      reference.EB_anova.post_mean,
    );
    expectClose(
      shrunken.classes.map(({ sd }) => sd),
      reference.EB_anova.post_sd,
    );
  });

  it("has its P_low", () => {
    const cut = lowCut(shrunken.mu, shrunken.tau);
    expectClose(
      shrunken.classes.map((one) => probabilityLow(one, cut)),
      reference.EB_anova.P_low10,
    );
  });
});

describe("shrinkClassMeans", () => {
  const classesOf = (count: number): fc.Arbitrary<ClassMean[]> =>
    fc.array(
      fc.record({
        mean: fc.double({ min: 0, max: 1, noNaN: true }),
        variance: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
      }),
      { minLength: count, maxLength: count },
    );

  it("shows no differences below 20 classes", () => {
    fc.assert(
      fc.property(classesOf(19), (classes) => {
        expect(shrinkClassMeans(classes)).toEqual({
          ok: false,
          code: "too-few-classes",
          classCount: 19,
        });
      }),
    );
  });

  it("shows no differences where the classes differ no more than chance", () => {
    const alike = Array.from({ length: 30 }, (_, i) => ({
      mean: 0.7 + (i % 2) / 100,
      variance: 0.01,
    }));
    expect(shrinkClassMeans(alike)).toEqual({ ok: false, code: "no-differences", classCount: 30 });
  });

  it("moves every class towards the middle, and a noisier one further", () => {
    fc.assert(
      fc.property(classesOf(24), (classes) => {
        const result = shrinkClassMeans(classes);
        if (!result.ok) return;
        result.classes.forEach(({ mean, sd, lambda }, index) => {
          const before = classes[index]!;
          expect(Math.abs(mean - result.mu)).toBeLessThanOrEqual(
            Math.abs(before.mean - result.mu) + 1e-12,
          );
          expect(sd).toBeLessThanOrEqual(Math.sqrt(before.variance) + 1e-12);
          for (const [other, against] of result.classes.entries()) {
            if (before.variance > classes[other]!.variance) {
              expect(lambda).toBeLessThanOrEqual(against.lambda);
            }
          }
        });
      }),
    );
  });

  it("refuses a variance that is not positive", () => {
    const classes = Array.from({ length: 20 }, () => ({ mean: 0.5, variance: 0 }));
    expect(() => shrinkClassMeans(classes)).toThrow(RangeError);
  });
});
