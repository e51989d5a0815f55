import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "@/lib/disclosure/answers";
import type { Plan } from "@/lib/disclosure/plan";
import { planMargins } from "@/lib/disclosure/plan-wave";
import { FLOOR_POLICY } from "@/lib/disclosure/policy";
import { type ReleasedReliability, ReliabilityCount } from "@/lib/disclosure/scale-reliability";

const POINTS = 5;

/** The reference survey: 541 students of 24 classes, 15 items, those that end in 3 reversed. */
const [header = [], ...rows] = readFileSync(
  new URL("../psychometrics/testdata/synth_belonging_full.csv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => line.trim().replaceAll('"', "").split(","));
const names = header.slice(2);
const questions = names.map((id) => ({ id, reverse: id.endsWith("3") }));
const survey = rows.map(([unit = "", , ...answers]): Answers => ({
  group: `class:${unit}`,
  values: new Map(names.map((id, at) => [id, Number(answers[at])])),
}));

function planOf(ballots: readonly Answers[], schoolOf: (unit: string) => string): Plan {
  const sizes = new Map<string, number>();
  for (const { group } of ballots) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const planned = planMargins({
    classes: [...sizes].map(([group, rosterSize]) => ({
      class: group.slice("class:".length),
      school: schoolOf(group),
      grades: ["7"],
      rosterSize,
      students: [],
    })),
    district: "all",
    dimensions: [],
    items: [{ kind: "question", id: "q", favourable: [4, 5], unfavourable: [1, 2] }],
    policy: FLOOR_POLICY,
  });
  if (!planned.ok) throw new Error(planned.message);
  return planned.plan;
}

function countOf(ballots: readonly Answers[], schoolOf: (unit: string) => string) {
  const plan = planOf(ballots, schoolOf);
  const count = new ReliabilityCount(plan, questions, POINTS);
  for (const ballot of ballots) count.add(ballot);
  const n = (id: string): number =>
    ballots.filter(
      ({ group }) =>
        id === group || id === `school:${schoolOf(group)}` || id.startsWith("district"),
    ).length;
  const everything = new Set(plan.groups.map(({ id }) => id));
  return (shown: ReadonlySet<string> = everything): readonly ReleasedReliability[] =>
    count.figures(shown, n);
}

describe("reliability of whole schools", () => {
  it("is the reference survey's, to two decimals, for a school and the district that is that school", () => {
    const figures = countOf(survey, () => "S1")();
    expect(figures.map(({ group }) => group)).toEqual(["district:all", "school:S1"]);
    for (const figure of figures) {
      expect(figure).toMatchObject({ items: 15, alpha: 0.91, omega: 0.91, icc1: 0.09 });
      expect(figure.alphaWithoutReversed).toBeGreaterThan(0.8);
      expect(figure.icc2).toBeGreaterThan(0.6);
      expect(figure.sem).toBeGreaterThan(0.1);
    }
  });

  it("is not of fewer than 100 respondents, nor of what is hidden", () => {
    const small = survey.slice(0, 99);
    expect(countOf(small, () => "S1")()).toEqual([]);
    expect(countOf(survey, () => "S1")(new Set(["school:S1"]))).toHaveLength(1);
    expect(countOf(survey, () => "S1")(new Set())).toEqual([]);
  });

  it("is not of a district that leaves a small school's own", () => {
    const last = new Set(survey.slice(-60).map(({ group }) => group));
    const figures = countOf(survey, (unit) => (last.has(unit) ? "S2" : "S1"))();
    expect(figures.map(({ group }) => group)).toEqual(["school:S1"]);
  });

  it("does not change when two classmates change places: no figure says which of them answered what", () => {
    const before = countOf(survey, () => "S1")();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: survey.length - 1 }), fc.nat(), (at, step) => {
        const mates = survey.flatMap(({ group }, other) =>
          group === survey[at]!.group ? [other] : [],
        );
        const other = mates[step % mates.length]!;
        const swapped = [...survey];
        [swapped[at], swapped[other]] = [survey[other]!, survey[at]!];
        expect(countOf(swapped, () => "S1")()).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  it("is a stated nothing where answers do not vary", () => {
    const same = survey.map((ballot) => ({
      ...ballot,
      values: new Map(names.map((id) => [id, 3])),
    }));
    expect(countOf(same, () => "S1")()).toEqual([]);
  });

  it("leaves out answers off the scale, and ballots of other margins", () => {
    const planned = planOf(survey, () => "S1");
    const count = new ReliabilityCount(planned, questions, POINTS);
    for (const ballot of survey) {
      count.add(ballot);
      count.add({ group: "school:S1&gender=A", values: ballot.values });
      count.add({ group: ballot.group, values: new Map(names.map((id) => [id, 9])) });
    }
    const shown = new Set(planned.groups.map(({ id }) => id));
    expect(count.figures(shown, () => survey.length)).toEqual(countOf(survey, () => "S1")());
  });
});
