import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeBySchool, type WeekCount } from "@/lib/attendance/school-weeks";
import { weekKind, WeekTable } from "@/lib/attendance/week-table";

const row = (schoolId: string, classId: string, week: string) => ({ schoolId, classId, week });
const numbers = { studentDays: 100, count: 5, contributors: -1 };

describe("WeekTable", () => {
  it("gives what arrangeBySchool gives, whatever the order of the rows", () => {
    const key = fc.tuple(
      fc.constantFrom("s1", "s2"),
      fc.constantFrom("a", "b", "c"),
      fc.integer({ min: 1, max: 9 }),
    );
    const entry = fc.tuple(key, fc.constantFrom(0, 80, 100), fc.nat(20));
    const rows = fc.uniqueArray(entry, { selector: ([k]) => k.join("|"), maxLength: 40 });
    fc.assert(
      fc.property(rows, (entries) => {
        const table = new WeekTable();
        const weeks = entries.map(([[schoolId, classId, week], days, y], at): WeekCount => {
          const [studentDays, count] = [days, Math.min(days, y)];
          const line = at + 2;
          const added = { studentDays, count, contributors: -1 };
          expect(table.add({ schoolId, classId, week: String(week) }, added, line)).toBeNull();
          return {
            schoolId,
            classId,
            weekStart: String(week),
            studentDays,
            count,
            contributors: null,
          };
        });
        const arranged = arrangeBySchool(weeks);
        expect(arranged.ok && arranged.schools).toEqual([...table.takeSchools()]);
      }),
    );
  });

  it("orders week numbers as numbers", () => {
    const table = new WeekTable();
    for (const [line, week] of ["10", "9", "2"].entries())
      table.add(row("s", "c", week), numbers, line);
    expect([...table.takeSchools()][0]?.weekStarts).toEqual(["2", "9", "10"]);
  });

  it("names the line of the row it holds already, also of a week without student-days", () => {
    const table = new WeekTable();
    table.add(row("s", "c", "1"), { ...numbers, studentDays: 0, count: 0 }, 7);
    expect(table.add(row("s", "c", "1"), numbers, 8)).toEqual({ code: "duplicate", line: 7 });
    expect(table.add(row("t", "c", "1"), numbers, 9)).toBeNull();
  });

  it("takes one kind of week label", () => {
    const table = new WeekTable();
    expect(table.add(row("s", "c", "2026-09-07"), numbers, 2)).toBeNull();
    expect(table.add(row("s", "c", "37"), numbers, 3)).toEqual({ code: "week-label" });
    expect(["3", "2026-09-07", "2026-W37", "03", "x", ""].map(weekKind)).toEqual([
      "number",
      "date",
      "iso-week",
      null,
      null,
      null,
    ]);
  });
});
