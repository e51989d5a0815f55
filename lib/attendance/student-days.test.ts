import { describe, expect, it } from "vitest";
import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import { dayNumber, isoDate, isWeekend } from "@/lib/attendance/calendar-date";
import type { AttendanceEnrollment } from "@/lib/attendance/enrollment-days";
import type { SchoolCalendar } from "@/lib/attendance/school-calendar";
import { schoolStudents } from "@/lib/attendance/school-students";
import { studentDays } from "@/lib/attendance/student-days";

/** Monday 2025-09-01 and on. */
const at = (offset: number) => isoDate(dayNumber("2025-09-01") + offset);

const calendar: SchoolCalendar = {
  schoolId: "s",
  origin: "file",
  days: Array.from({ length: 14 }, (_, i) => at(i))
    .filter((date) => !isWeekend(dayNumber(date)))
    .map((date) => ({ date, kind: "instructional" })),
  notices: [],
};

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
describe("studentDays", () => {
  const days = (
    enrollments: AttendanceEnrollment[],
    absences: AttendanceRecord[],
    yearStart = at(0),
  ) => studentDays(schoolStudents({ calendar, enrollments, absences, yearStart }));

  it("counts the present school year's days only, and excused absences like others", () => {
    const rows = [1, 4, 8].map((day) => absence("p", day, { excused: day === 8 }));
    const dated = [enroll("p", "a", { beginDate: at(-300) })];
    expect(days(dated, rows, at(7))).toMatchObject([{ enrolledDays: 5, absentDays: 1 }]);
    expect(days([enroll("p", "a")], rows, at(7))).toMatchObject([
      { enrolledDays: 5, absentDays: 1 },
    ]);
    const gone = [enroll("p", "a", { endDate: at(5) })];
    expect(days(gone, rows, at(7))).toEqual([]);
  });

  it("counts a student's days once however many classes they have", () => {
    const enrollments = [
      enroll("p", "a"),
      enroll("p", "b", { beginDate: at(3) }),
      enroll("q", "a", { grades: ["TK"] }),
    ];
    expect(days(enrollments, [absence("p", 1), absence("p", 5)])).toEqual([
      { schoolId: "s", personId: "p", enrolledDays: 10, absentDays: 1 },
    ]);
  });

  it("takes half of the sections as a day missed where there are no daily rows", () => {
    const enrollments = ["a", "b", "c"].map((classId) => enroll("p", classId));
    const taken = ["a", "b", "c"].map((sectionId) => absence("q", 0, { schoolId: "s", sectionId }));
    const one = [absence("p", 2, { sectionId: "a" })];
    const two = [...one, absence("p", 2, { sectionId: "b" })];
    expect(days(enrollments, [...taken, ...one])).toMatchObject([{ absentDays: 0 }]);
    expect(days(enrollments, [...taken, ...two])).toMatchObject([{ absentDays: 1 }]);
    const daily = absence("q", 1, { schoolId: "s", status: "present" });
    expect(days(enrollments, [...taken, ...two, daily])).toMatchObject([{ absentDays: 0 }]);
  });
});
