import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCorrections, type AttendanceRecord } from "@/lib/attendance/attendance-record";
import { classWeeks } from "@/lib/attendance/class-weeks";
import { dayNumber, isoDate, isWeekend } from "@/lib/attendance/calendar-date";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";

/** Monday 2025-09-01 and on. */
const FIRST = dayNumber("2025-09-01");
const at = (offset: number) => isoDate(FIRST + offset);

function calendar(
  length: number,
  off: number[] = [],
  kind: "no-school" | "not-submitted" = "no-school",
): SchoolCalendar {
  const days = Array.from({ length }, (_, i) => i)
    .filter((i) => !isWeekend(FIRST + i))
    .map((i) => ({ date: at(i), kind: off.includes(i) ? kind : ("instructional" as const) }));
  return { schoolId: "s", origin: "file", days, notices: [] };
}

const enroll = (
  personId: string,
  classId = "c",
  more: Partial<AttendanceEnrollment> = {},
): AttendanceEnrollment => ({
  personId,
  classId,
  schoolId: "s",
  grades: ["05"],
  beginDate: null,
  endDate: null,
  ...more,
});
const absence = (
  personId: string,
  offset: number,
  more: Partial<AttendanceRecord> = {},
): AttendanceRecord => ({
  personId,
  schoolId: null,
  sectionId: null,
  date: at(offset),
  status: "absent",
  excused: null,
  ...more,
});
const run = (
  enrollments: AttendanceEnrollment[],
  absences: AttendanceRecord[],
  cal = calendar(14),
) => classWeeks({ calendars: [cal], enrollments, absences });

describe("classWeeks", () => {
  it("counts days, spells and students by week", () => {
    const weeks = run(
      [enroll("p"), enroll("q")],
      // p: Mon–Tue, then Friday over the weekend to Monday; q: Wednesday of week 2.
      [0, 1, 4, 7].map((d) => absence("p", d)).concat(absence("q", 9)),
    );
    expect(weeks).toEqual([
      {
        schoolId: "s",
        classId: "c",
        weekStart: "2025-09-01",
        studentDays: 10,
        absentDays: 3,
        newAbsences: 2,
        contributors: 1,
        windowContributors: 1,
      },
      {
        schoolId: "s",
        classId: "c",
        weekStart: "2025-09-08",
        studentDays: 10,
        absentDays: 2,
        newAbsences: 1,
        contributors: 1,
        windowContributors: 2,
      },
    ]);
  });

  it("lets a student leave the 4-week window again, and skips holiday weeks", () => {
    const weeks = run(
      [enroll("p"), enroll("q")],
      [absence("p", 0)],
      calendar(49, [14, 15, 16, 17, 18]),
    );
    expect(weeks.map((week) => week.windowContributors)).toEqual([1, 1, 1, 1, 0, 0]);
    expect(weeks.map((week) => week.weekStart)).not.toContain("2025-09-15");
  });

  it.each(["no-school", "not-submitted"] as const)(
    "treats a %s day as no day: a spell runs through it",
    (kind) => {
      const [week] = run(
        [enroll("p")],
        [0, 1, 2].map((d) => absence("p", d)),
        calendar(5, [1], kind),
      );
      expect(week).toMatchObject({ studentDays: 4, absentDays: 2, newAbsences: 1 });
    },
  );

  it("takes an absence on the first possible day as new", () => {
    const late = enroll("p", "c", { beginDate: at(2) });
    const [week] = run(
      [late],
      [1, 2, 3].map((d) => absence("p", d)),
    );
    expect(week).toMatchObject({ studentDays: 3, absentDays: 2, newAbsences: 1 });
  });

  it("ends with the day before the end date, and counts a doubled enrollment once", () => {
    const enrollments = [
      enroll("p", "c", { endDate: at(2) }),
      enroll("p", "c", { beginDate: at(1), endDate: at(3) }),
    ];
    expect(run(enrollments, [absence("p", 3)])).toMatchObject([{ studentDays: 3, absentDays: 0 }]);
    expect(run([enroll("p", "c", { beginDate: at(5), endDate: at(2) })], [])).toEqual([]);
  });

  it("leaves pre-kindergarten out, tardy present, other schools' rows aside", () => {
    const weeks = run(
      [enroll("p"), enroll("k", "c", { grades: ["PK"] })],
      [
        absence("p", 0, { status: "tardy" }),
        absence("p", 1, { schoolId: "other" }),
        absence("k", 0),
      ],
    );
    expect(weeks[0]).toMatchObject({ studentDays: 5, absentDays: 0 });
  });

  it("counts an absence whether it is excused, unexcused or neither", () => {
    const marked = (excused: boolean | null) =>
      run(
        [enroll("p")],
        [0, 2].map((day) => absence("p", day, { excused })),
      );
    expect(marked(false)).toEqual(marked(true));
    expect(marked(null)).toEqual(marked(true));
    expect(marked(true)[0]).toMatchObject({ absentDays: 2, newAbsences: 2 });
  });

  it("uses section rows for a class that has any, daily rows for the others", () => {
    const weeks = run(
      [enroll("p", "math"), enroll("p", "art")],
      [absence("p", 0), absence("p", 3, { sectionId: "math" })],
      calendar(5),
    );
    expect(weeks.map((week) => [week.classId, week.absentDays])).toEqual([
      ["art", 1],
      ["math", 1],
    ]);
    const tardyOnly = run(
      [enroll("p", "math")],
      [absence("p", 0), absence("p", 1, { sectionId: "math", status: "tardy" })],
      calendar(5),
    );
    expect(tardyOnly).toMatchObject([{ absentDays: 0 }]);
  });
});

const anyRecord = fc.record({
  personId: fc.constantFrom("p0", "p1", "p2", "p3"),
  schoolId: fc.constantFrom("s", null),
  sectionId: fc.constantFrom(null, null, "c0"),
  date: fc.nat(30).map(at),
  status: fc.constantFrom("absent", "absent", "tardy", "present"),
  excused: fc.constantFrom(true, false, null),
});
const anyEnrollments = fc.array(
  fc.record({
    personId: fc.constantFrom("p0", "p1", "p2", "p3"),
    classId: fc.constantFrom("c0", "c1"),
    schoolId: fc.constant("s"),
    grades: fc.constantFrom<string[]>(["05"], ["PK"], []),
    beginDate: fc.option(fc.nat(30).map(at)),
    endDate: fc.option(fc.nat(30).map(at)),
  }),
  { maxLength: 12 },
);

describe("laws", () => {
  it("counts as a plain reading of the definition does, in any order of rows", () => {
    fc.assert(
      fc.property(
        anyEnrollments,
        fc.array(anyRecord, { maxLength: 60 }),
        fc.array(fc.nat(30), { maxLength: 6 }),
        (enrollments, rows, off) => {
          const cal = calendar(31, off);
          const { records } = applyCorrections([], rows);
          const weeks = run(enrollments, records, cal);
          expect(run([...enrollments].reverse(), [...records].reverse(), cal)).toEqual(weeks);

          const dates = cal.days.filter((d) => d.kind === "instructional").map((d) => d.date);
          const sums = { studentDays: 0, absentDays: 0, newAbsences: 0 };
          for (const classId of ["c0", "c1"]) {
            const sections = records.some((r) => r.sectionId === classId && dates.includes(r.date));
            for (const personId of ["p0", "p1", "p2", "p3"]) {
              const mine = enrollments.filter(
                (e) => e.classId === classId && e.personId === personId && !e.grades.includes("PK"),
              );
              const here = dates.map((d) =>
                mine.some((e) => (e.beginDate ?? "") <= d && d < (e.endDate ?? "9")),
              );
              const gone = dates.map(
                (d, i) =>
                  here[i]! &&
                  records.some(
                    (r) =>
                      r.personId === personId &&
                      r.date === d &&
                      r.status === "absent" &&
                      r.sectionId === (sections ? classId : null),
                  ),
              );
              sums.studentDays += here.filter(Boolean).length;
              sums.absentDays += gone.filter(Boolean).length;
              sums.newAbsences += gone.filter((g, i) => g && !gone[i - 1]).length;
            }
          }
          const total = (field: keyof typeof sums) =>
            weeks.reduce((sum, week) => sum + week[field], 0);
          expect({
            studentDays: total("studentDays"),
            absentDays: total("absentDays"),
            newAbsences: total("newAbsences"),
          }).toEqual(sums);
          for (const week of weeks) {
            expect(week.newAbsences).toBeLessThanOrEqual(week.absentDays);
            expect(week.absentDays).toBeLessThanOrEqual(week.studentDays);
            expect(week.contributors).toBeLessThanOrEqual(
              Math.min(week.newAbsences, week.windowContributors),
            );
          }
        },
      ),
    );
  });

  it("replaces with a correction and never doubles", () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 40 }),
        fc.array(anyRecord, { maxLength: 20 }),
        (known, incoming) => {
          const before = applyCorrections([], known).records;
          const after = applyCorrections(before, incoming);
          const again = applyCorrections(after.records, incoming);
          expect(again).toMatchObject({ added: 0, replaced: 0, records: after.records });
          expect(after.records).toHaveLength(before.length + after.added);
          for (const record of incoming.slice(-1)) expect(after.records).toContainEqual(record);
          // Correcting everything to present leaves no absence anywhere.
          const present = after.records.map((record) => ({
            ...record,
            status: "present" as const,
          }));
          const cleared = applyCorrections(after.records, present).records;
          const weeks = run([enroll("p0"), enroll("p1", "c0")], cleared, calendar(31));
          expect(weeks.every((week) => week.absentDays === 0)).toBe(true);
        },
      ),
    );
  });

  it("counts a school of 2,000 students over 180 days well under a second", () => {
    const enrollments = Array.from({ length: 2_000 }, (_, i) =>
      enroll(`p${String(i)}`, `c${String(i % 80)}`),
    );
    const rows = Array.from({ length: 20_000 }, (_, i) =>
      absence(`p${String((i * 7) % 2_000)}`, (i * 13) % 252),
    );
    const { records } = applyCorrections([], rows);
    const start = performance.now();
    const weeks = run(enrollments, records, calendar(252));
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(weeks).toHaveLength(80 * 36);
  });
});
