import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AttendanceRecord, applyCorrections } from "@/lib/attendance/attendance-record";
import { dayNumber, isoDate, isWeekend } from "@/lib/attendance/calendar-date";
import { classWeeks } from "@/lib/attendance/class-weeks";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import { groupWeeks } from "@/lib/attendance/group-weeks";
import { schoolStudents } from "@/lib/attendance/school-students";
import type { DayKind, SchoolCalendar } from "@/lib/attendance/school-calendar";

/** Monday 2025-09-01 and on. */
const FIRST = dayNumber("2025-09-01");
const at = (offset: number) => isoDate(FIRST + offset);

function calendar(length: number, off: number[] = [], kind: DayKind = "no-school"): SchoolCalendar {
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
  ...{ personId, classId, schoolId: "s", grades: ["7"], beginDate: at(-400), endDate: null },
  ...more,
});
const absence = (
  personId: string,
  offset: number,
  more: Partial<AttendanceRecord> = {},
): AttendanceRecord => ({
  ...{ personId, schoolId: null, sectionId: null, date: at(offset) },
  ...{ status: "absent", excused: null },
  ...more,
});

function run(
  enrollments: AttendanceEnrollment[],
  absences: AttendanceRecord[],
  more: { cal?: SchoolCalendar; grades?: Record<string, string>; yearStart?: string } = {},
) {
  const gradeOf = new Map(Object.entries(more.grades ?? {}));
  const { cal = calendar(5), yearStart = at(0) } = more;
  return groupWeeks(schoolStudents({ calendar: cal, enrollments, absences, yearStart }), gradeOf);
}
const brief = (rows: ReturnType<typeof run>) =>
  rows.map(
    (row) =>
      `${row.level} ${row.grade} ${row.weekStart} ${row.studentDays} ${row.absentDays} ${row.newAbsences}`,
  );

describe("groupWeeks", () => {
  it("counts a student with several classes once, in the grade and in the school", () => {
    const weeks = run(
      [enroll("p", "math"), enroll("p", "art"), enroll("p", "gym"), enroll("q", "art")],
      [absence("p", 0), absence("p", 1), absence("q", 3)],
      { grades: { p: "7", q: "8" } },
    );
    expect(brief(weeks)).toEqual([
      "grade 7 2025-09-01 5 2 1",
      "grade 8 2025-09-01 5 1 1",
      "school  2025-09-01 10 3 2",
    ]);
    expect(weeks.at(-1)).toMatchObject({ contributors: 2, windowContributors: 2 });
  });

  it("keeps students without a known grade in the school, under no grade", () => {
    const weeks = run([enroll("p"), enroll("q")], [absence("q", 1)], { grades: { p: "7" } });
    expect(brief(weeks)).toEqual([
      "grade 7 2025-09-01 5 0 0",
      "grade  2025-09-01 5 1 1",
      "school  2025-09-01 10 1 1",
    ]);
  });

  it("takes a day as missed from half of the sections on, where only sections take attendance", () => {
    const classes = ["a", "b", "c"].map((id) => enroll("p", id));
    const rows = [
      absence("p", 0, { sectionId: "a" }),
      absence("p", 1, { sectionId: "a" }),
      absence("p", 1, { sectionId: "b" }),
      absence("p", 2, { sectionId: "c", status: "tardy" }),
    ];
    expect(brief(run(classes, rows)).at(-1)).toBe("school  2025-09-01 5 1 1");
  });

  it("counts excused and unexcused absences alike, and tardy as present", () => {
    const mark = (excused: boolean | null) => [
      absence("p", 0, { excused }),
      absence("p", 2, { excused: excused === null ? null : !excused }),
      absence("p", 4, { status: "tardy", excused }),
    ];
    const [yes, no, unknown] = [true, false, null].map((e) => run([enroll("p")], mark(e)));
    expect(no).toEqual(yes);
    expect(unknown).toEqual(yes);
    expect(yes?.at(-1)).toMatchObject({ absentDays: 2, newAbsences: 2 });
  });

  it.each(["no-school", "not-submitted"] as const)(
    "knows no %s day: nobody is counted there, and a spell runs through it",
    (kind) => {
      const rows = [0, 1, 2].map((day) => absence("p", day));
      const [week] = run([enroll("p")], rows, { cal: calendar(5, [1], kind) });
      expect(week).toMatchObject({ studentDays: 4, absentDays: 2, newAbsences: 1 });
      const none = run([enroll("p")], rows, { cal: calendar(5, [0, 1, 2, 3, 4], kind) });
      expect(none).toEqual([]);
    },
  );

  it("leaves pre-kindergarten out, and lets a student who moved count where they were", () => {
    const weeks = run(
      [enroll("k", "c", { grades: ["PK"] }), enroll("p", "c", { endDate: at(2) })],
      [absence("k", 0), absence("p", 1), absence("p", 3)],
    );
    expect(brief(weeks).at(-1)).toBe("school  2025-09-01 2 1 1");
  });

  it("counts grades in the present year only, and undated enrollments from its beginning", () => {
    const weeks = run(
      [
        enroll("p"),
        enroll("q", "c", { beginDate: null }),
        enroll("r", "d", { beginDate: null, endDate: at(5) }),
      ],
      [],
      { cal: calendar(14), grades: { p: "7", q: "7" }, yearStart: at(7) },
    );
    expect(brief(weeks)).toEqual([
      "grade 7 2025-09-08 10 0 0",
      "school  2025-09-01 10 0 0",
      "school  2025-09-08 10 0 0",
    ]);
  });
});

describe("laws", () => {
  const person = fc.constantFrom("p0", "p1", "p2", "p3");
  const record = fc.record({
    personId: person,
    schoolId: fc.constantFrom("s", null),
    sectionId: fc.constantFrom(null, null, "c0", "c1"),
    date: fc.nat(30).map(at),
    status: fc.constantFrom("absent", "absent", "tardy", "present"),
    excused: fc.constantFrom(true, false, null),
  });
  const enrollment = fc.record({
    personId: person,
    classId: fc.constantFrom("c0", "c1", "c2"),
    schoolId: fc.constant("s"),
    grades: fc.constantFrom<string[]>(["05"], ["PK"], []),
    beginDate: fc.option(fc.nat(30).map(at)),
    endDate: fc.option(fc.nat(30).map(at)),
  });
  const kinds = fc.constantFrom<DayKind>("no-school", "not-submitted");

  it("the grades, the unknown one included, add up to the school", () => {
    fc.assert(
      fc.property(
        fc.array(enrollment, { maxLength: 12 }),
        fc.array(record, { maxLength: 60 }),
        fc.array(fc.nat(30), { maxLength: 6 }),
        kinds,
        (enrollments, rows, off, kind) => {
          const absences = applyCorrections([], rows).records;
          const more = { cal: calendar(31, off, kind), grades: { p0: "5", p1: "5", p2: "6" } };
          const weeks = run(enrollments, absences, more);
          const reversed = run([...enrollments].reverse(), [...absences].reverse(), more);
          expect(reversed).toEqual(weeks);
          for (const school of weeks.filter(({ level }) => level === "school")) {
            const grades = weeks.filter(
              ({ level, weekStart }) => level === "grade" && weekStart === school.weekStart,
            );
            const sum = (of: "studentDays" | "absentDays" | "newAbsences" | "contributors") =>
              grades.reduce((total, week) => total + week[of], 0);
            expect(sum("studentDays")).toBe(school.studentDays);
            expect(sum("absentDays")).toBe(school.absentDays);
            expect(sum("newAbsences")).toBe(school.newAbsences);
            expect(sum("contributors")).toBe(school.contributors);
            expect(school.newAbsences).toBeLessThanOrEqual(school.absentDays);
            expect(school.absentDays).toBeLessThanOrEqual(school.studentDays);
          }
        },
      ),
    );
  });

  it("a school in which each student has one class with daily attendance is the sum of its classes", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), (rows) => {
        const daily = rows.map((row) => ({ ...row, sectionId: null }));
        const absences = applyCorrections([], daily).records;
        const enrollments = ["p0", "p1", "p2"].map((id, at) => enroll(id, `c${String(at % 2)}`));
        const cal = calendar(31);
        const schools = run(enrollments, absences, { cal }).filter((w) => w.level === "school");
        const classes = classWeeks({ calendars: [cal], enrollments, absences });
        for (const week of schools) {
          const own = classes.filter(({ weekStart }) => weekStart === week.weekStart);
          expect(own.reduce((sum, row) => sum + row.newAbsences, 0)).toBe(week.newAbsences);
          expect(own.reduce((sum, row) => sum + row.studentDays, 0)).toBe(week.studentDays);
        }
      }),
    );
  });
});
