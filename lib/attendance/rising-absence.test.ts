import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RisingResult, risingAbsence } from "@/lib/attendance/rising-absence";
import type { WeekCount } from "@/lib/attendance/school-weeks";

function csv(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`./testdata/${name}`, import.meta.url), "utf8");
  const [head = "", ...lines] = text.trim().split("\n");
  const headers = head.trim().split(",");
  return lines.map((line) => {
    const cells = line.trim().split(",");
    return Object.fromEntries(headers.map((header, at) => [header, cells[at] ?? ""]));
  });
}

const weekLabel = (week: string) => week.padStart(2, "0");

function fixture(column: "new_absences" | "absent_days", contributors: number | null): WeekCount[] {
  return csv("attendance_fixture_weekly.csv").map((row) => ({
    schoolId: row["school"]!,
    classId: row["class"]!,
    weekStart: weekLabel(row["week"]!),
    studentDays: Number(row["pupil_days"]),
    count: Number(row[column]),
    contributors,
  }));
}

function looksOf(weeks: readonly WeekCount[], looks: "all" | "latest" = "all") {
  const result = risingAbsence(weeks, "new-absences", looks);
  if (!result.ok) throw new Error(JSON.stringify(result.invalid));
  return result.looks;
}

const key = (look: { schoolId: string; classId: string; weekStart: string }) =>
  `${look.schoolId} ${look.classId} ${look.weekStart}`;

describe("the fixture", () => {
  it.each([
    ["new_absences", "new-absences"],
    ["absent_days", "absent-days"],
  ] as const)("agrees on φ, O, μ, θ, z and tier for every class-week of %s", (column, series) => {
    const expected = csv("attendance_fixture_expected.csv").filter((r) => r["series"] === column);
    expect(expected).toHaveLength(528);
    const result = risingAbsence(fixture(column, 3), series);
    if (!result.ok) throw new Error("refused");
    const found = new Map(result.looks.map((look) => [key(look), look]));
    expect(found.size).toBe(528);
    for (const row of expected) {
      const look = found.get(`${row["school"]!} ${row["class"]!} ${weekLabel(row["week"]!)}`);
      if (!look?.ok) throw new Error(`no look for ${JSON.stringify(row)}`);
      expect(look.observed).toBe(Number(row["O"]));
      expect(Math.abs(look.phi - Number(row["phi"]))).toBeLessThan(1e-6);
      expect(Math.abs(look.expected - Number(row["mu"]))).toBeLessThan(1e-6);
      expect(Math.abs(look.level - Number(row["theta"]))).toBeLessThan(1e-6);
      expect(Math.abs(look.z - Number(row["z"]))).toBeLessThan(1e-6);
      expect(look.tierByZ).toBe(row["tier"]);
      expect(look.tier).toBe(row["tier"]);
    }
  });
});

/** Two schools' worth of invented weeks: `count` absences of `days` student-days. */
function school(
  classes: number,
  weeks: number,
  count: (c: number, w: number) => number,
  days = 125,
) {
  return Array.from({ length: classes * weeks }, (_, i): WeekCount => {
    const [c, w] = [Math.floor(i / weeks), i % weeks];
    return {
      schoolId: "s",
      classId: `c${String(c)}`,
      weekStart: String(w + 1).padStart(2, "0"),
      studentDays: days,
      count: count(c, w),
      contributors: 10,
    };
  });
}

const rising = (c: number, w: number) => (c === 0 && w >= 4 ? 25 : 5);
const lookOf = (weeks: WeekCount[], classId = "c0") =>
  looksOf(weeks, "latest").find((look) => look.classId === classId)!;

describe("showing a tier", () => {
  const weeks = school(8, 8, rising);

  it("shows a large rise of several students", () => {
    expect(lookOf(weeks)).toMatchObject({ ok: true, tier: "act", hiddenBecause: null });
  });

  it.each([
    [2, "few-contributors"],
    [null, "contributors-unknown"],
  ] as const)("hides a rise behind which %s students stand", (contributors, hiddenBecause) => {
    const few = weeks.map((week) => ({ ...week, contributors }));
    expect(lookOf(few)).toMatchObject({ tierByZ: "act", tier: null, hiddenBecause });
  });

  it("hides a rise of less than a quarter, however sure it is", () => {
    // A very large group: 20% more is far beyond chance and still not shown.
    const large = school(8, 8, (c, w) => (c === 0 && w >= 4 ? 6_000 : 5_000), 100_000);
    expect(lookOf(large)).toMatchObject({ tier: null, hiddenBecause: "small-ratio" });
  });

  it("says nothing when the whole school rises alike", () => {
    const flu = school(8, 8, (_, w) => (w >= 4 ? 25 : 5));
    expect(looksOf(flu).every((look) => look.ok && look.tierByZ === "none")).toBe(true);
  });
});

describe("refusals", () => {
  it("needs 4 weeks before the window", () => {
    const looks = looksOf(school(3, 7, () => 5));
    expect(looks).toHaveLength(3);
    expect(looks.every((look) => !look.ok && look.code === "short-baseline")).toBe(true);
    expect(looksOf([])).toEqual([]);
  });

  it("has nothing to compare a school's only class with", () => {
    expect(lookOf(school(1, 9, () => 5))).toMatchObject({ ok: false, code: "no-comparison" });
  });

  it("refuses a class that did not meet in a week of the window, and no other", () => {
    const weeks = school(4, 9, () => 5).filter(
      (w) => !(w.classId === "c1" && w.weekStart === "07"),
    );
    expect(lookOf(weeks, "c1")).toMatchObject({ ok: false, code: "gap-in-window" });
    expect(lookOf(weeks, "c2").ok).toBe(true);
  });

  it("takes a late starter's own weeks as its baseline", () => {
    const late = (from: number) =>
      looksOf(
        school(4, 12, () => 5).filter((w) => w.classId !== "c1" || Number(w.weekStart) >= from),
        "latest",
      ).find((look) => look.classId === "c1");
    expect(late(5)).toMatchObject({ ok: true });
    expect(late(6)).toMatchObject({ ok: false, code: "short-baseline" });
  });

  it("does not see a week without school, whether it is left out or given as zeros", () => {
    const whole = school(4, 9, rising);
    const zeros = [...whole, ...school(4, 1, () => 0, 0).map((w) => ({ ...w, weekStart: "04b" }))];
    expect(looksOf(zeros)).toEqual(looksOf(whole));
  });

  it("lists doubled and impossible weeks and computes nothing", () => {
    const weeks = school(2, 9, () => 5);
    const wrong = [
      ...weeks,
      weeks[0]!,
      { ...weeks[1]!, classId: "x", count: 200 },
      { ...weeks[1]!, classId: "y", count: NaN },
    ];
    const result = risingAbsence(wrong, "new-absences");
    if (result.ok) throw new Error("accepted");
    expect(result.invalid.map((each) => each.reason).sort()).toEqual([
      "duplicate",
      "more-than-student-days",
      "not-a-count",
    ]);
  });
});

describe("laws", () => {
  const anyWeeks = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }))
    .chain(([classes, weeks]) =>
      fc
        .array(
          fc.nat(140).chain((days) => fc.nat(days).map((count) => ({ days, count }))),
          { minLength: classes * weeks, maxLength: classes * weeks },
        )
        .map((cells) =>
          school(classes, weeks, () => 0).map((week, at) => ({
            ...week,
            studentDays: cells[at]!.days,
            count: cells[at]!.count,
          })),
        ),
    );

  it("gives finite numbers or a reason, whatever the weeks", () => {
    fc.assert(
      fc.property(anyWeeks, (weeks) => {
        for (const look of looksOf(weeks)) {
          if (!look.ok) continue;
          const { phi, observed, expected, level, z } = look;
          for (const value of [phi, observed, expected, level, z])
            expect(Number.isFinite(value)).toBe(true);
          expect(phi).toBeGreaterThanOrEqual(1);
          expect(expected).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("does not depend on the order of the weeks", () => {
    const weeks = fixture("new_absences", null);
    const whole = looksOf(weeks);
    fc.assert(
      fc.property(fc.shuffledSubarray(weeks, { minLength: weeks.length }), (shuffled) => {
        expect(looksOf(shuffled)).toEqual(whole);
      }),
      { numRuns: 5 },
    );
  });

  it("does not depend on other schools, and `latest` is the last of `all`", () => {
    const weeks = fixture("new_absences", null);
    const all = looksOf(weeks);
    const alone = looksOf(weeks.filter((week) => week.schoolId === "S2"));
    expect(alone).toEqual(all.filter((look) => look.schoolId === "S2"));
    expect(looksOf(weeks, "latest")).toEqual(all.filter((look) => look.weekStart === "18"));
  });

  it("raises z with every further absence of the class in its last week", () => {
    // φ is held at 1 by near-even counts, so that z moves with O alone.
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 6, max: 20 }),
        (count, classes) => {
          const z = (o: number) =>
            (lookOf(school(classes, 9, (c, w) => (c === 0 && w === 8 ? o : 5))) as RisingResult).z;
          expect(z(count + 1)).toBeGreaterThan(z(count));
        },
      ),
    );
  });
});
