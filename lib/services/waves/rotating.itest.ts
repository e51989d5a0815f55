import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findReleaseBody } from "@/lib/data/releases";
import type { Release } from "@/lib/disclosure/release-schema";
import { formsOf } from "@/lib/instruments/forms";
import { measuresOf } from "@/lib/instruments/measures";
import { ROTATING_6_12 } from "@/lib/instruments/pulse-6-12";
import { readClass } from "@/lib/services/insight/read-class";
import { readSchoolResults } from "@/lib/services/insight/read-school-results";
import { sealWave } from "./seal-wave";
import { closedTestWave } from "./testdata/closed-wave";
import { contextAt, openWaveSchool, type WaveSchool } from "./testdata/wave-school";

let school: WaveSchool;
beforeAll(async () => {
  school = await openWaveSchool();
});
afterAll(() => school.close());

const QUESTIONS = "hearth-rotating-6-12.2";
const forms = formsOf(ROTATING_6_12);
const formOf = (at: number) => (at % forms.length) + 1;
/** Two of three students are content; what is not on the form is null, as a device sends it. */
const answersOf = (at: number) =>
  ROTATING_6_12.items.map(({ reverse }, position) => {
    if (!forms[formOf(at) - 1]!.positions.includes(position)) return null;
    const content = at % 3 < 2;
    return content === reverse ? 1 : 5;
  });
const ballots = {
  "7A": Array.from({ length: 24 }, (_, at) => answersOf(at)),
  "7B": Array.from({ length: 20 }, (_, at) => answersOf(at)),
};
const DAY_MS = 86_400_000;
const opens = [new Date("2026-09-07T14:00:00Z"), new Date("2026-10-05T14:00:00Z")] as const;
const sealed = (at: Date) => new Date(at.getTime() + 8 * DAY_MS);

async function sealed7A(at: Date) {
  const waveId = await closedTestWave(at, ballots, { questions: QUESTIONS, formOf });
  const outcome = await sealWave(contextAt(sealed(at), { kind: "system" }), waveId);
  if (!outcome.ok) throw new Error(outcome.code);
  const view = await readClass(contextAt(sealed(at)), "7A");
  if (!view.ok) throw new Error(view.code);
  return { waveId, pulse: view.value.pulse! };
}

describe("a rotating pulse", () => {
  it("counts anchors and constructs, and never a rotating question", async () => {
    const { waveId, pulse } = await sealed7A(opens[0]);
    const body = (await findReleaseBody(waveId))?.body as Release;
    const classA = body.groups.find(({ id }) => id === "class:7A")!;
    const measures = measuresOf(ROTATING_6_12);
    expect(Object.keys(classA.cells).sort()).toEqual(measures.map(({ id }) => id).sort());
    // The bands hold what the same answers give when they are counted by hand.
    for (const { id, items } of measures) {
      const favourable = ballots["7A"].filter((answers) => {
        const scores = ROTATING_6_12.items.flatMap((item, position) => {
          const answer = answers[position] ?? null;
          if (!items.includes(item) || answer === null) return [];
          return [item.reverse ? 6 - answer : answer];
        });
        return scores.reduce((sum, score) => sum + score, 0) >= 3.5 * Math.max(1, scores.length);
      }).length;
      expect(classA.cells[id]!.lo).toBeLessThanOrEqual(favourable);
      expect(classA.cells[id]!.hi).toBeGreaterThanOrEqual(favourable);
    }
    expect(pulse.items.map(({ id }) => id)).toEqual(["acceptance-1", "teacher-care-1"]);
    expect(pulse.belonging).toMatchObject({ allAsked: false });
    if ("kind" in pulse.belonging) throw new Error("withheld");
    // Two thirds are content; the figure's interval holds that.
    expect(pulse.belonging.interval.lo).toBeLessThan(2 / 3);
    expect(pulse.belonging.interval.hi).toBeGreaterThan(2 / 3);
    expect(pulse.themes).toEqual({ waves: 1, tooFew: true, figures: [], gap: null });
  });

  it("shows themes of a class from the second pulse of a term on", async () => {
    const { pulse, waveId } = await sealed7A(opens[1]);
    expect(pulse.themes).toMatchObject({ waves: 2, tooFew: false });
    expect(
      pulse.themes.figures.map(({ construct, questions }) => [construct, questions.length]),
    ).toEqual([
      ["acceptance", 4],
      ["teacher-care", 4],
      ["peer-contact", 4],
      ["stability-care", 4],
      ["inclusion-fairness", 4],
    ]);
    for (const { belonging, inIndex } of pulse.themes.figures) {
      if ("kind" in belonging) throw new Error("withheld");
      expect(inIndex).toBe(true);
      expect(belonging.interval.lo).toBeLessThan(2 / 3);
      expect(belonging.interval.hi).toBeGreaterThan(2 / 3);
    }
    const results = await readSchoolResults(contextAt(sealed(opens[1])), waveId);
    if (!results.ok) throw new Error(results.code);
    const questions = results.value.schools[0]!.questions;
    expect(questions.map(({ texts }) => texts.length)).toEqual([1, 1, 3, 4, 4, 4, 3]);
    // Who was not asked is among the neutral of a construct: no three parts of it.
    expect(questions.slice(2).every(({ others }) => others === null)).toBe(true);
  });
});
