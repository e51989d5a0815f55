import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCalendarFile, schoolCalendars } from "@/lib/attendance/calendar-file";
import { dayNumber, isoDate, mondayOf, parseDate } from "@/lib/attendance/calendar-date";
import { inferCalendar } from "@/lib/attendance/infer-calendar";
import type { SchoolDayCount } from "@/lib/attendance/school-calendar";

/** Monday 2025-09-01 and on. */
const at = (offset: number) => isoDate(dayNumber("2025-09-01") + offset);
const day = (
  schoolId: string,
  offset: number,
  rows: number,
  more: Partial<SchoolDayCount> = {},
) => ({
  schoolId,
  date: at(offset),
  rows,
  absentStudents: rows,
  enrolledStudents: 400,
  ...more,
});
/** Rows on the weekdays of two weeks but for `without`. */
const fortnight = (schoolId: string, rows: number, without: number[] = []) =>
  [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
    .filter((d) => !without.includes(d))
    .map((d) => day(schoolId, d, rows));
const kinds = (counts: SchoolDayCount[], schoolId: string) =>
  Object.fromEntries(
    inferCalendar(counts)
      .get(schoolId)!
      .days.map((d) => [d.date, d.kind]),
  );

describe("inferCalendar", () => {
  it("takes the days with rows, says so, and leaves weekends out", () => {
    const calendar = inferCalendar([...fortnight("a", 20), day("a", 5, 2)]).get("a")!;
    expect(calendar.days.filter((d) => d.kind === "instructional")).toHaveLength(10);
    expect(calendar.days.find((d) => d.date === at(5))?.kind).toBe("no-school");
    expect(calendar).toMatchObject({ origin: "inferred" });
    expect(calendar.notices[0]).toMatch(/days with attendance rows/);
  });

  it("accepts a weekend day that has many rows", () => {
    expect(kinds([...fortnight("a", 20), day("a", 5, 15)], "a")[at(5)]).toBe("instructional");
  });

  it.each([
    [
      "a busy school whose neighbours have rows did not submit",
      20,
      fortnight("b", 9),
      "not-submitted",
    ],
    [
      "a small school whose neighbours have rows had everybody present",
      2,
      fortnight("b", 9),
      "instructional",
    ],
    ["everybody is without rows: a holiday", 20, fortnight("b", 9, [3]), "no-school"],
    ["a school alone in the data: a day off", 20, [], "no-school"],
  ])("a weekday without rows: %s", (_, rows, others, kind) => {
    expect(kinds([...fortnight("a", rows, [3]), ...others], "a")[at(3)]).toBe(kind);
  });

  it.each([
    ["90% of the enrolled are absent", { absentStudents: 360 }, "not-submitted"],
    ["89% of the enrolled are absent", { absentStudents: 356 }, "instructional"],
    ["enrolment is unknown", { absentStudents: 360, enrolledStudents: null }, "instructional"],
    [
      "all are marked present in a school that always has absences",
      { absentStudents: 0 },
      "not-submitted",
    ],
  ])("a day on which %s", (_, more, kind) => {
    const counts = [...fortnight("a", 20, [3]), day("a", 3, 400, more)];
    expect(kinds(counts, "a")[at(3)]).toBe(kind);
  });

  it("does not take a day of all present for missing in a school with few absences", () => {
    const counts = fortnight("a", 60).map((c, i) => ({ ...c, absentStudents: i % 2 }));
    expect(Object.values(kinds(counts, "a"))).not.toContain("not-submitted");
  });

  it("does not depend on the order of the counts", () => {
    const counts = [...fortnight("a", 20, [3]), ...fortnight("b", 3, [8]), day("a", 5, 12)];
    const whole = inferCalendar(counts);
    fc.assert(
      fc.property(fc.shuffledSubarray(counts, { minLength: counts.length }), (shuffled) => {
        expect(new Map([...inferCalendar(shuffled)].sort())).toEqual(new Map([...whole].sort()));
      }),
    );
  });
});

async function* text(content: string) {
  yield await Promise.resolve(content);
}

describe("a calendar file", () => {
  it("lists problems by line and column, and then gives no days", async () => {
    const file = await readCalendarFile(
      text(
        "date,school_id,kind\n2025-09-01,,instructional\n2025-13-01,,holiday\n2025-09-02,a,party\n2025-09-01,,holiday\n",
      ),
    );
    expect(file.ok ? [] : file.problems.map((p) => [p.line, p.column])).toEqual([
      [3, "date"],
      [4, "kind"],
      [5, "date"],
    ]);
  });

  it.each(["", "day,kind\n2025-09-01,holiday\n", "date,kind\n"])("refuses %j", async (content) => {
    expect((await readCalendarFile(text(content))).ok).toBe(false);
  });

  it("beats inference, school rows beat general ones, and unreported days do not count", async () => {
    const list = [
      ...[0, 1, 2, 3, 4].map((d) => `${at(d)},,instructional`),
      `${at(2)},a,holiday`,
      `${at(14)},,Instructional`,
    ];
    const file = await readCalendarFile(text(`date,school_id,kind\n${list.join("\n")}\n`));
    if (!file.ok) throw new Error("refused");
    const counts = [...fortnight("a", 20, [3]), ...fortnight("b", 2, [3])];
    const calendars = schoolCalendars(["a", "b", "silent"], file.days, counts);
    const found = (id: string) => calendars.get(id)!.days.map((d) => d.kind);
    expect(found("a")).toEqual([
      "instructional",
      "instructional",
      "no-school",
      "not-submitted",
      "instructional",
    ]);
    expect(found("b")).toEqual(Array.from({ length: 5 }, () => "instructional"));
    expect(new Set(found("silent"))).toEqual(new Set(["not-submitted"]));
    expect(calendars.get("a")!.notices.join(" ")).toMatch(/6 days that the calendar does not list/);
  });

  it("takes listed holidays out of an inferred calendar when it lists nothing else", () => {
    const listed = [{ schoolId: null, date: at(3), kind: "no-school" as const }];
    const calendar = schoolCalendars(["a", "none"], listed, fortnight("a", 20)).get("a")!;
    expect(calendar.origin).toBe("inferred");
    expect(calendar.days.find((d) => d.date === at(3))?.kind).toBe("no-school");
  });
});

describe("dates", () => {
  it.each([
    ["2025-09-01", "YYYY-MM-DD", "2025-09-01"],
    ["9/1/2025 0:00", "MM/DD/YYYY", "2025-09-01"],
    ["9/1/2025", "DD/MM/YYYY", "2025-01-09"],
    ["29.02.2024", "DD.MM.YYYY", "2024-02-29"],
    ["29.02.2025", "DD.MM.YYYY", null],
    ["13/13/2025", "DD/MM/YYYY", null],
    ["0025-09-01", "YYYY-MM-DD", null],
    ["01.09.25", "DD.MM.YYYY", null],
  ] as const)("%s as %s is %s", (cell, format, date) => {
    expect(parseDate(cell, format)).toBe(date);
  });

  it("counts days back and forth, and finds Mondays", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 60000 }), (n) => {
        expect(dayNumber(isoDate(n))).toBe(n);
        const monday = mondayOf(n);
        expect(n - monday).toBeGreaterThanOrEqual(0);
        expect(n - monday).toBeLessThan(7);
        expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1);
      }),
    );
    expect(() => dayNumber("2025-02-30")).toThrow(RangeError);
  });
});
