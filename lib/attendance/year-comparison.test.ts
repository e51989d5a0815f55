import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { compareWithEarlierYear, type YearWeek } from "@/lib/attendance/year-comparison";

const START = dayNumber("2026-09-07");
const YEAR_START = "2026-09-08";

/** Weeks from a day on; `null`: no school. */
function weeksFrom(start: number, rates: readonly (number | null)[], days = 1_000): YearWeek[] {
  return rates.flatMap((rate, week) =>
    rate === null
      ? []
      : [
          {
            weekStart: isoDate(start + 7 * week),
            studentDays: days,
            absentDays: Math.round(rate * days),
          },
        ],
  );
}
const lastYear = (rates: readonly (number | null)[], days?: number) =>
  weeksFrom(START - 364, rates, days);
const thisYear = (rates: readonly (number | null)[], days?: number) =>
  weeksFrom(START, rates, days);
const flat = (rate: number, weeks: number) => Array.from({ length: weeks }, () => rate);
const compare = (weeks: YearWeek[]) => compareWithEarlierYear(weeks, YEAR_START);

describe("a school beside its own earlier year", () => {
  it("divides the rates of the last four weeks, with the interval by hand", () => {
    const found = compare([...lastYear(flat(0.06, 36)), ...thisYear(flat(0.09, 12))]);
    if (!found.ok) throw new Error(found.code);
    expect(found).toMatchObject({ rate: 0.09, rateBefore: 0.06, phi: 1, studentDays: 4_000 });
    expect(found.weeks).toEqual(["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]);
    expect(found.ratio).toBeCloseTo(1.5, 12);
    // 9 + 3 runs of four weeks, one degree of freedom a year: t(10) = 2.228139.
    const spread = Math.exp(2.228139 * Math.sqrt(1 / 360 + 1 / 240));
    expect(found.low).toBeCloseTo(1.5 / spread, 5);
    expect(found.high).toBeCloseTo(1.5 * spread, 5);
  });

  it("is less sure where runs of weeks differ from each other", () => {
    const wave = (weeks: number) =>
      Array.from({ length: weeks }, (_, w) => (w % 8 < 4 ? 0.04 : 0.1));
    const found = compare([...lastYear(wave(36)), ...thisYear(wave(16))]);
    if (!found.ok) throw new Error(found.code);
    expect(found.phi).toBeGreaterThan(10);
    expect(found.high / found.low).toBeGreaterThan(3);
  });

  it("does with three of the four weeks, and not with two", () => {
    const before = flat(0.06, 36);
    const without = (...gone: number[]) =>
      before.map((rate, week) => (gone.includes(week) ? null : rate));
    const now = thisYear(flat(0.06, 12));
    const three = compare([...lastYear(without(9)), ...now]);
    expect(three).toMatchObject({ ok: true, studentDays: 3_000, studentDaysBefore: 3_000 });
    expect(compare([...lastYear(without(9, 10)), ...now])).toEqual({
      ok: false,
      code: "no-earlier-weeks",
    });
    expect(compare(now)).toEqual({ ok: false, code: "no-earlier-weeks" });
    expect(compare([])).toEqual({ ok: false, code: "no-earlier-weeks" });
  });

  it("refuses a year of which half the students are missing, and what has no absence", () => {
    const now = thisYear(flat(0.06, 12));
    expect(compare([...lastYear(flat(0.06, 36), 490), ...now])).toEqual({
      ok: false,
      code: "part-of-last-year",
    });
    expect(compare([...lastYear(flat(0, 36)), ...now])).toEqual({ ok: false, code: "too-little" });
    const short = compare([...lastYear(flat(0.06, 4)), ...thisYear(flat(0.06, 4))]);
    expect(short).toEqual({ ok: false, code: "too-little" });
  });

  it("turns round with the years, and gets surer with more students", () => {
    const rates = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(rates, rates, (before, now) => {
        const share = (counts: number[]) => counts.map((count) => count / 100);
        const one = compare([...lastYear(share(before)), ...thisYear(share(now))]);
        const turned = compare([...lastYear(share(now)), ...thisYear(share(before))]);
        const many = compare([...lastYear(share(before), 10_000), ...thisYear(share(now), 10_000)]);
        if (!one.ok || !turned.ok || !many.ok) throw new Error("refused");
        expect(turned.ratio).toBeCloseTo(1 / one.ratio, 9);
        expect(turned.low).toBeCloseTo(1 / one.high, 9);
        expect(one.low).toBeLessThanOrEqual(one.ratio);
        expect(many.high / many.low).toBeLessThanOrEqual(one.high / one.low + 1e-9);
      }),
    );
  });
});

describe("the interval", () => {
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  }

  /** 300 students whose illnesses last: absent again tomorrow with probability .4. 6% in the mean. */
  function simulated(
    next: () => number,
    start: number,
    weeks: number,
    factors: number[],
  ): YearWeek[] {
    const rates = Array.from({ length: 300 }, () =>
      Math.min(0.4, 0.02 - 0.04 * Math.log(1 - next())),
    );
    const absent = rates.map(() => false);
    return Array.from({ length: weeks }, (_, week) => {
      let absentDays = 0;
      for (let day = 0; day < 5; day++) {
        for (const [student, usual] of rates.entries()) {
          const rate = Math.min(0.5, usual * (factors[week] ?? 1));
          const stay = Math.max(0.4, rate);
          const chance = absent[student] === true ? stay : (rate * (1 - stay)) / (1 - rate);
          absent[student] = next() < chance;
          if (absent[student]) absentDays += 1;
        }
      }
      return { weekStart: isoDate(start + 7 * week), studentDays: 1_500, absentDays };
    });
  }

  const flu = (next: () => number, weeks: number) => {
    const sick = Math.floor(next() * weeks);
    return Array.from({ length: weeks }, (_, week) => (week === sick || week === sick + 1 ? 2 : 1));
  };
  const wandering = (next: () => number, weeks: number) => {
    let level = 0;
    return Array.from({ length: weeks }, () => {
      level = 0.8 * level + 0.1 * (next() + next() + next() - 1.5);
      return Math.exp(level);
    });
  };

  it.each([
    ["nothing happens", (_: () => number, weeks: number) => Array.from({ length: weeks }, () => 1)],
    ["two weeks of flu come at some time of each year", flu],
    ["the level wanders from week to week", wandering],
  ])("holds the truth in about 95 of 100 schools when %s", (_, factors) => {
    const next = random(2026);
    let [held, all] = [0, 0];
    for (let school = 0; school < 150; school++) {
      const before = simulated(next, START - 364, 36, factors(next, 36));
      const found = compare([...before, ...simulated(next, START, 18, factors(next, 18))]);
      if (!found.ok) continue;
      all += 1;
      if (found.low <= 1 && found.high >= 1) held += 1;
    }
    expect(all).toBe(150);
    expect(held / all).toBeGreaterThan(0.9);
  });
});
