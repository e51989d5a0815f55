import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, isoDate } from "@/lib/attendance/calendar-date";
import { gradeLooks, type GroupLook, schoolLooks } from "@/lib/attendance/group-looks";
import type { GroupWeek } from "@/lib/attendance/group-weeks";
import { risingAbsence } from "@/lib/attendance/rising-absence";
import { groupRows, monday } from "@/lib/attendance/testdata/group-rows";

const grade = (name: string, count: (week: number) => number | null, weeks = 12, days = 500) =>
  groupRows({ level: "grade", grade: name }, weeks, count, days);
const school = (schoolId: string, count: (week: number) => number | null, weeks = 12) =>
  groupRows({ schoolId, level: "school" }, weeks, count);
const steady = (week: number) => 20 + (week % 3);
const rising = (week: number) => (week >= 8 ? 45 : steady(week));
const find = (looks: GroupLook[], id: string) =>
  looks.find((look) => (look.level === "grade" ? look.grade : look.schoolId) === id)!;

describe("grades beside the rest of their school", () => {
  const weeks = [...grade("6", steady), ...grade("7", rising), ...grade("8", steady)];

  it("are looked at by the same rule as classes, to the last digit", () => {
    const counts = weeks.map(({ schoolId, grade: classId, ...week }) => ({
      ...{ schoolId, classId, weekStart: week.weekStart, studentDays: week.studentDays },
      ...{ count: week.newAbsences, contributors: week.windowContributors },
    }));
    const classes = risingAbsence(counts, "new-absences", "latest");
    if (!classes.ok) throw new Error("refused");
    const looks = gradeLooks(weeks);
    expect(looks.map((look) => look.grade)).toEqual(["6", "7", "8"]);
    for (const look of classes.looks) {
      const { ok, phi, observed, expected, level, z, tier } = look as typeof look & { ok: true };
      const same = { ok, phi, observed, expected, level, z, tier };
      expect(find(looks, look.classId).rising).toMatchObject(same);
    }
  });

  it("have the thresholds of their own weeks: not of those that only the school has, from the year before", () => {
    const asked: (readonly string[])[] = [];
    const ofSchool = school("s", steady, 40).map((week) => ({
      ...week,
      weekStart: isoDate(dayNumber(week.weekStart) - 364),
    }));
    const looks = gradeLooks([...weeks, ...ofSchool], (starts) => {
      asked.push(starts);
      return () => ({ watch: 100, act: 200 });
    });
    expect(asked).toEqual([Array.from({ length: 12 }, (_, week) => monday(week))]);
    expect(find(looks, "7").rising).toMatchObject({ ok: true, tierByZ: "none" });
  });

  it("show a rise with the window's rates and those of the others", () => {
    const look = find(gradeLooks(weeks), "7");
    expect(look.rising).toMatchObject({ ok: true, tier: "act", observed: 180, contributors: 10 });
    expect(look.window).toEqual({
      ...{ from: monday(8), through: monday(11), studentDays: 2_000, absentDays: 252 },
      ...{ restDays: 4_000, restAbsent: 2 * (31 + 28 + 29 + 31) },
    });
  });

  it("tell a rise that lasts from one week in which an illness goes round", () => {
    const flu = (week: number) => (week === 9 ? 120 : steady(week));
    const sick = gradeLooks([...grade("6", steady), ...grade("7", flu), ...grade("8", steady)]);
    const { rising: one } = find(sick, "7");
    expect(one).toMatchObject({ highestWeek: monday(9) });
    expect(one.ok && one.highestExcess / (one.observed - one.expected)).toBeGreaterThan(0.9);
    const { rising: lasting } = find(gradeLooks(weeks), "7");
    expect(
      lasting.ok && lasting.highestExcess / (lasting.observed - lasting.expected),
    ).toBeLessThan(0.35);
  });

  it("say nothing when the whole school rises alike", () => {
    const all = ["6", "7", "8"].flatMap((name) => grade(name, rising));
    expect(gradeLooks(all).every(({ rising: of }) => of.ok && of.tierByZ === "none")).toBe(true);
  });

  it("have students of unknown grade among the rest, and no look at them", () => {
    const looks = gradeLooks([...grade("7", rising), ...grade("", steady)]);
    expect(looks.map((look) => look.grade)).toEqual(["7"]);
    expect(looks[0]?.rising).toMatchObject({ ok: true, tier: "act" });
  });

  it("refuse the only grade, a short baseline and a gap, each with its reason", () => {
    const code = (of: GroupWeek[]) => gradeLooks(of).map((look) => look.rising);
    expect(code(grade("7", steady))).toEqual([{ ok: false, code: "no-comparison" }]);
    expect(code(grade("7", steady, 3))).toEqual([{ ok: false, code: "no-comparison" }]);
    const short = [...grade("7", steady, 7), ...grade("8", steady, 7)];
    expect(code(short).every((look) => !look.ok && look.code === "short-baseline")).toBe(true);
    const gone = [...grade("7", (week) => (week === 10 ? null : 20)), ...grade("8", steady)];
    expect(find(gradeLooks(gone), "7").rising).toEqual({ ok: false, code: "gap-in-window" });
    expect(gradeLooks([])).toEqual([]);
  });
});

describe("schools beside the rest of their district", () => {
  const others = [...school("a", steady), ...school("b", steady)];

  it("show the one that rises, and none when all do", () => {
    const looks = schoolLooks([...others, ...school("c", rising)]);
    expect(looks.map((look) => look.schoolId)).toEqual(["a", "b", "c"]);
    expect(find(looks, "c").rising).toMatchObject({ tier: "act", observed: 180 });
    const all = schoolLooks(["a", "b", "c"].flatMap((id) => school(id, rising)));
    expect(all.every(({ rising: of }) => of.ok && of.tierByZ === "none")).toBe(true);
  });

  it("skip a week in which the school has no days: no gap, and the window reaches back", () => {
    const away = school("c", (week) => (week === 9 ? null : rising(week)));
    const look = find(schoolLooks([...others, ...away]), "c");
    expect(look.window).toMatchObject({ from: monday(7), through: monday(11) });
    expect(look.rising).toMatchObject({ ok: true, observed: 21 + 3 * 45 });
    // The others keep their own weeks.
    const first = find(schoolLooks([...others, ...away]), "a");
    expect(first.window).toMatchObject({ from: monday(8), through: monday(11) });
  });

  it("skip a week in which all others are away: it is no comparison", () => {
    const away = ["a", "b"].flatMap((id) => school(id, (w) => (w === 10 ? null : steady(w))));
    const look = find(schoolLooks([...away, ...school("c", rising)]), "c");
    expect(look.window).toMatchObject({ from: monday(7), through: monday(11) });
    expect(look.rising).toMatchObject({ ok: true, observed: 21 + 3 * 45 });
  });

  it("refuse the only school, one that never met the others, and a window that is history", () => {
    expect(schoolLooks(school("a", steady))[0]).toMatchObject({
      rising: { ok: false, code: "no-comparison" },
      window: { studentDays: 2_000, restDays: 0 },
    });
    const apart = [
      ...school("a", (week) => (week % 2 === 0 ? 20 : null)),
      ...school("b", (week) => (week % 2 === 1 ? 20 : null)),
    ];
    expect(schoolLooks(apart).map(({ rising: of }) => !of.ok && of.code)).toEqual([
      "no-comparison",
      "no-comparison",
    ]);
    const ended = school("c", steady, 8);
    expect(find(schoolLooks([...others, ...ended]), "c").rising).toEqual({
      ok: false,
      code: "not-recent",
    });
    expect(schoolLooks([])).toEqual([]);
  });
});

describe("laws", () => {
  const counts = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 8 }), {
    minLength: 1,
    maxLength: 16,
  });
  const schools = fc.array(counts, { minLength: 1, maxLength: 5 });

  it("every school with days has one look, finite or refused, in any order of rows", () => {
    fc.assert(
      fc.property(schools, (of) => {
        const weeks = of.flatMap((row, index) =>
          school(`s${String(index)}`, (week) => row[week] ?? null, row.length),
        );
        const looks = schoolLooks(weeks);
        const ids = new Set(weeks.map(({ schoolId }) => schoolId));
        expect(new Set(looks.map(({ schoolId }) => schoolId))).toEqual(ids);
        expect(looks).toHaveLength(ids.size);
        for (const { rising: look, window } of looks) {
          expect(window.absentDays).toBeLessThanOrEqual(window.studentDays);
          if (!look.ok) continue;
          const figures = [look.z, look.phi, look.expected, look.highestExcess];
          expect(figures.every(Number.isFinite)).toBe(true);
          expect(look.phi).toBeGreaterThanOrEqual(1);
          if (look.tier === "watch" || look.tier === "act")
            expect(look.observed / look.expected).toBeGreaterThanOrEqual(1.25);
        }
        const reversed = schoolLooks([...weeks].reverse());
        for (const look of looks) {
          const again = find(reversed, look.schoolId);
          expect(again.window).toEqual(look.window);
          expect(again.rising.ok).toBe(look.rising.ok);
          if (again.rising.ok && look.rising.ok)
            expect(again.rising.z).toBeCloseTo(look.rising.z, 9);
        }
      }),
    );
  });

  it("a week in which only one school is open changes no other school's look", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.nat(20), (count, week) => {
        const base = [...school("a", steady), ...school("b", rising)];
        const extra = groupRows({ schoolId: "a", level: "school" }, 13 + week, (at) =>
          at < 12 ? null : count,
        );
        const before = find(schoolLooks(base), "b");
        const after = find(schoolLooks([...base, ...extra]), "b");
        if (week < 3) expect(after).toEqual(before);
        else expect(after.rising).toEqual({ ok: false, code: "not-recent" });
      }),
    );
  });

  it("looks at a thousand schools in seconds", () => {
    const weeks = Array.from({ length: 1_000 }, (_, index) =>
      school(`s${String(index)}`, (week) => (week === index % 4 ? null : steady(week)), 38),
    ).flat();
    const start = performance.now();
    expect(schoolLooks(weeks)).toHaveLength(1_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
