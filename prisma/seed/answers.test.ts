import { describe, expect, it } from "vitest";
import { classBelonging } from "@/lib/insight/class-belonging";
import { summariseClasses } from "@/lib/insight/summarise-classes";
import { bandsOf } from "@/lib/insight/testdata/bands";
import { PULSE_6_12 } from "@/lib/instruments/pulse-6-12";
import { demoAnswers, type DemoClassBallots } from "./answers";
import { demoDistrict } from "./district";
import { DEMO_SEED, demoTruths, lowClassIds } from "./truths";

const pulse = { itemIds: PULSE_6_12.items.map(({ id }) => id), points: 5 };
const waves = demoAnswers(DEMO_SEED, pulse);
const underTen: readonly string[] = demoTruths.underTen;
const planted = [...lowClassIds, ...underTen, demoTruths.unanimous];

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const favourable = (classes: readonly DemoClassBallots[]) =>
  mean(classes.flatMap(({ ballots }) => ballots.flat().map((answer) => (answer >= 4 ? 1 : 0))));
const everyWave = (classId: string) =>
  waves.sealed.map((wave) => wave.find((entry) => entry.classId === classId)!);

/** ICC1 of the ballots' means (statistics.md), k the mean group size. */
function icc1(classes: readonly DemoClassBallots[]): number {
  const groups = classes.map(({ ballots }) => ballots.map((ballot) => mean(ballot)));
  const all = groups.flat();
  const k = all.length / groups.length;
  const between = groups.map((group) => group.length * (mean(group) - mean(all)) ** 2);
  const within = groups.flatMap((group) => group.map((value) => (value - mean(group)) ** 2));
  const msb = (mean(between) * groups.length) / (groups.length - 1);
  const msw = (mean(within) * all.length) / (all.length - groups.length);
  return (msb - msw) / (msb + (k - 1) * msw);
}

describe("demo answers", () => {
  it("are five sealed waves and one open, each over all 60 classes, with legal answers", () => {
    expect(waves.sealed.length).toBe(5);
    for (const wave of [...waves.sealed, waves.open]) {
      expect(new Set(wave.map(({ classId }) => classId)).size).toBe(60);
      for (const ballot of wave.flatMap(({ ballots }) => ballots)) {
        expect(ballot.length).toBe(6);
        expect(ballot.every((answer) => [1, 2, 3, 4, 5].includes(answer))).toBe(true);
      }
    }
  });

  it("collect once a student of the class, and cast as many ballots as were collected", () => {
    const members = new Map(demoDistrict(DEMO_SEED).classes.map((c) => [c.id, c.studentIds]));
    for (const { classId, collected, ballots } of [...waves.sealed, waves.open].flat()) {
      expect(ballots.length).toBe(collected.length);
      expect(new Set(collected).size).toBe(collected.length);
      expect(collected.every((id) => members.get(classId)!.includes(id))).toBe(true);
    }
  });

  it("have about 88% of the students, and ten or more in every class but the two small ones", () => {
    for (const wave of waves.sealed) {
      const ballots = wave.reduce((sum, entry) => sum + entry.ballots.length, 0);
      expect(Math.abs(ballots / 1400 - 0.88)).toBeLessThan(0.02);
      const small = wave.filter((entry) => entry.ballots.length < 10).map((entry) => entry.classId);
      expect(small).toEqual(demoTruths.underTen);
      // Hidden siblings of 10 or more together: no other class has to be hidden beside them.
      const hidden = wave.filter(({ classId }) => underTen.includes(classId));
      expect(hidden.reduce((sum, entry) => sum + entry.ballots.length, 0)).toBeGreaterThan(9);
    }
  });

  it("are favourable to about 65%, in the low classes to about 25 to 30%", () => {
    const ordinary = waves.sealed.flat().filter(({ classId }) => !planted.includes(classId));
    expect(Math.abs(favourable(ordinary) - 0.65)).toBeLessThan(0.03);
    for (const classId of lowClassIds) {
      expect(favourable(everyWave(classId))).toBeGreaterThan(0.22);
      expect(favourable(everyWave(classId))).toBeLessThan(0.34);
    }
  });

  it("are all fives in the unanimous class", () => {
    const answers = everyWave(demoTruths.unanimous).flatMap(({ ballots }) => ballots.flat());
    expect(answers.length).toBeGreaterThan(6 * 5 * 18);
    expect(new Set(answers)).toEqual(new Set([5]));
  });

  it("cluster by class as real ones do: ICC1 near .1 among the ordinary classes", () => {
    for (const wave of waves.sealed) {
      const icc = icc1(wave.filter(({ classId }) => !planted.includes(classId)));
      expect(icc).toBeGreaterThan(0.05);
      expect(icc).toBeLessThan(0.15);
    }
  });

  it("lead the real statistics, fed with real bands, to the low classes in the last wave", () => {
    const figures = waves.sealed.at(-1)!.flatMap(({ classId, ballots }) => {
      if (ballots.length < 10) return [];
      const counts = pulse.itemIds.map(
        (_, item) => ballots.filter((ballot) => ballot[item]! >= 4).length,
      );
      const figure = classBelonging(bandsOf(counts, ballots.length));
      return figure.ok ? [{ classId, belonging: figure.belonging }] : [];
    });
    expect(figures.length).toBe(58);
    const summary = summariseClasses(figures);
    if (!summary.ok) throw new Error(summary.message);
    const watched = summary.classes.filter(({ tier }) => tier === "watch").map((c) => c.classId);
    for (const classId of lowClassIds) expect(watched).toContain(classId);
    expect(watched.length).toBeLessThanOrEqual(lowClassIds.length + 2);
  });

  it("have begun in most classes of the open wave, and leave one class all its seats", () => {
    const cast = waves.open.reduce((sum, entry) => sum + entry.ballots.length, 0);
    expect(Math.abs(cast / 1400 - 0.4)).toBeLessThan(0.04);
    const empty = waves.open.filter((entry) => entry.ballots.length === 0);
    expect(empty.map(({ classId }) => classId)).toContain(demoTruths.freeSeats);
    expect(empty.length).toBeLessThan(8);
  });

  it("fit another scale, and repeat for the same seed", () => {
    const three = demoAnswers(DEMO_SEED, { itemIds: ["a", "b"], points: 3 });
    const answers = three.open.flatMap(({ ballots }) => ballots.flat());
    expect(new Set(answers)).toEqual(new Set([1, 2, 3]));
    expect(demoAnswers(DEMO_SEED, pulse)).toEqual(waves);
    expect(demoAnswers(1, pulse)).not.toEqual(waves);
  });
});
