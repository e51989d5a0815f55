import { describe, expect, it } from "vitest";
import { risingAbsence } from "@/lib/attendance/rising-absence";
import type { WeekCount } from "@/lib/attendance/school-weeks";
import { beta, type Random, seededRandom } from "@/lib/simulation/random";

/**
 * How often the rule is wrong, and what it finds, in groups the size of grades and schools: terms of 18
 * weeks with 11 looks, as classes were calibrated with. Students' usual absence is Beta(1.5, 23.5), 6%
 * in the mean; whoever is absent is absent tomorrow with probability .4.
 */
const WEEKS = 18;
const STAY = 0.4;

/** What multiplies usual absence, by group and week. */
type Factors = (group: number, week: number) => number;

function term(random: Random, groups: number, students: number, factor: Factors): WeekCount[] {
  return Array.from({ length: groups }, (_, group) => {
    const counts = new Array<number>(WEEKS).fill(0);
    for (let student = 0; student < students; student++) {
      const usual = beta(random, 1.5, 23.5);
      let absent = false;
      for (let day = 0; day < 5 * WEEKS; day++) {
        const week = Math.floor(day / 5);
        const rate = Math.min(0.5, usual * factor(group, week));
        const stay = Math.max(STAY, rate);
        const now: boolean = random() < (absent ? stay : (rate * (1 - stay)) / (1 - rate));
        if (now && !absent) counts[week] = (counts[week] ?? 0) + 1;
        absent = now;
      }
    }
    return counts.map((count, week) => ({
      ...{ schoolId: "s", classId: String(group), weekStart: String(week).padStart(2, "0") },
      ...{ studentDays: 5 * students, count, contributors: students },
    }));
  }).flat();
}

/** Shares of groups shown as watch or more, and as act, at any look from `from` on. */
function shares(
  name: string,
  [groups, students, terms]: readonly [number, number, number],
  factorsOf: (random: Random) => Factors,
  only?: { group: number; from: number },
) {
  const random = seededRandom(2026, name);
  const found = { watch: 0, act: 0, all: 0 };
  for (let at = 0; at < terms; at++) {
    const result = risingAbsence(term(random, groups, students, factorsOf(random)), "new-absences");
    if (!result.ok) throw new Error("refused");
    for (
      let group = only?.group ?? 0;
      group < (only === undefined ? groups : only.group + 1);
      group++
    ) {
      const tiers = result.looks.flatMap((look) =>
        look.ok && look.classId === String(group) && Number(look.weekStart) >= (only?.from ?? 0)
          ? [look.tier]
          : [],
      );
      found.all += 1;
      if (tiers.includes("act")) found.act += 1;
      if (tiers.includes("act") || tiers.includes("watch")) found.watch += 1;
    }
  }
  return { watch: found.watch / found.all, act: found.act / found.all };
}

const GRADES = [4, 140, 400] as const;
const SCHOOLS = [3, 430, 50] as const;
const steady = (): Factors => () => 1;
/** The first group goes from 6% to `to` in the last four weeks. */
const rising = (to: number) => (): Factors => (group, week) =>
  group === 0 && week >= 14 ? to / 0.06 : 1;
const fluEach =
  (groups: number) =>
  (random: Random): Factors => {
    const sick = Array.from({ length: groups }, () => Math.floor(random() * WEEKS));
    return (group, week) => (sick[group] === week ? 2.5 : 1);
  };
/** Each group's level wanders by itself, a tenth up and down (first-order, correlation .7). */
const wandering =
  (groups: number) =>
  (random: Random): Factors => {
    const levels = Array.from({ length: groups }, () => {
      let level = 0;
      return Array.from({ length: WEEKS }, () => {
        const step = random() + random() + random() + random() - 2;
        level = 0.7 * level + 0.123 * step;
        return Math.exp(level);
      });
    });
    return (group, week) => levels[group]?.[week] ?? 1;
  };
const FIRST_FOUND = { group: 0, from: 14 };

describe("grades of 140 students", () => {
  it("without cause are shown less often than classes are", () => {
    const { watch, act } = shares("grades", GRADES, steady);
    expect(watch).toBeLessThan(0.05);
    expect(act).toBeLessThan(0.012);
  });

  it("are shown more often where each has a flu of its own, or a level that wanders", () => {
    const flu = shares("flu", GRADES, fluEach(4));
    expect(flu.watch).toBeLessThan(0.1);
    expect(flu.act).toBeLessThan(0.02);
    const wander = shares("wander", GRADES, wandering(4));
    expect(wander.watch).toBeGreaterThan(0.03);
    expect(wander.watch).toBeLessThan(0.12);
    expect(wander.act).toBeLessThan(0.04);
  });

  it("are found within four weeks, from 6% to 10% nearly always, to 8% every other time", () => {
    const large = shares("to 10", GRADES, rising(0.1), FIRST_FOUND);
    expect(large.watch).toBeGreaterThan(0.95);
    expect(large.act).toBeGreaterThan(0.85);
    const small = shares("to 8", GRADES, rising(0.08), FIRST_FOUND);
    expect(small.watch).toBeGreaterThan(0.35);
    expect(small.watch).toBeLessThan(0.7);
  });
});

describe("schools of 430 students in a district of three", () => {
  it("without cause are hardly ever shown, with a level that wanders one in nine", () => {
    const { watch, act } = shares("schools", SCHOOLS, steady);
    expect(watch).toBeLessThan(0.04);
    expect(act).toBeLessThan(0.02);
    const wander = shares("schools wander", SCHOOLS, wandering(3));
    expect(wander.watch).toBeLessThan(0.2);
    expect(wander.act).toBeLessThan(0.06);
  });

  it("are found when absence goes from 6% to 10%", () => {
    const found = shares("schools rise", [3, 430, 20], rising(0.1), FIRST_FOUND);
    expect(found.act).toBeGreaterThan(0.9);
  });
});
