import { beforeAll, describe, expect, it } from "vitest";
import type { AttendanceRecord } from "@/lib/attendance/attendance-record";
import { attendanceRows } from "@/lib/attendance/attendance-rows";
import { readCalendarFile, schoolCalendars } from "@/lib/attendance/calendar-file";
import { classWeeks, type ClassWeek } from "@/lib/attendance/class-weeks";
import { risingAbsence, type RisingResult, weekCounts } from "@/lib/attendance/rising-absence";
import { demoAttendanceCsv } from "./attendance";
import { demoDistrict } from "./district";
import { demoCalendarCsv, schoolWeeks } from "./school-weeks";
import { DEMO_SEED, demoTruths, risingClassIds } from "./truths";

const TODAY = "2026-11-23";
const district = demoDistrict(DEMO_SEED);
const csv = demoAttendanceCsv(DEMO_SEED, TODAY);

async function* streamOf(text: string): AsyncGenerator<string> {
  yield text;
}

/** The file through the real reader. Throws on a row that the reader refuses. */
async function readRecords(): Promise<AttendanceRecord[]> {
  const file = await attendanceRows(streamOf(csv), null, { today: TODAY });
  if (!file.ok) throw new Error(file.problems.join(" "));
  expect(file.format).toBe("clever");
  const records: AttendanceRecord[] = [];
  for await (const row of file.rows) {
    if (!row.ok) throw new Error(`line ${row.line}: ${row.reason}`);
    records.push(row.record);
  }
  return records;
}

async function readWeeks(absences: readonly AttendanceRecord[]): Promise<ClassWeek[]> {
  const calendar = await readCalendarFile(streamOf(demoCalendarCsv(TODAY)));
  if (!calendar.ok) throw new Error("calendar refused");
  const counts = new Map<
    string,
    { schoolId: string; date: string; rows: number; absent: number }
  >();
  for (const { schoolId, date, status } of absences) {
    const key = `${schoolId ?? ""}/${date}`;
    const day = counts.get(key) ?? { schoolId: schoolId ?? "", date, rows: 0, absent: 0 };
    day.rows += 1;
    if (status === "absent") day.absent += 1;
    counts.set(key, day);
  }
  const calendars = schoolCalendars(
    district.schools.map(({ id }) => id),
    calendar.days,
    [...counts.values()].map(({ absent, ...day }) => ({
      ...day,
      absentStudents: absent,
      enrolledStudents: null,
    })),
  );
  const enrollments = district.classes.flatMap(({ id, schoolId, studentIds }) =>
    studentIds.map((personId) => ({
      ...{ personId, classId: id, schoolId },
      ...{ grades: [], beginDate: null, endDate: null },
    })),
  );
  return classWeeks({ calendars: calendars.values(), enrollments, absences });
}

function absenceRate(weeks: readonly ClassWeek[]): number {
  const sum = (pick: (week: ClassWeek) => number) =>
    weeks.reduce((total, week) => total + pick(week), 0);
  return sum((week) => week.absentDays) / sum((week) => week.studentDays);
}

describe("demo attendance", () => {
  let records: AttendanceRecord[];
  let weeks: ClassWeek[];
  let looks: RisingResult[];
  let weekStarts: string[];

  /** 1 for the first of the 18 weeks. */
  const weekNumber = (weekStart: string) => weekStarts.indexOf(weekStart) + 1;

  beforeAll(async () => {
    records = await readRecords();
    weeks = await readWeeks(records);
    const rising = risingAbsence(weekCounts(weeks, "new-absences"), "new-absences");
    if (!rising.ok) throw new Error("class-weeks refused");
    looks = rising.looks.filter((look) => look.ok);
    weekStarts = schoolWeeks(TODAY)
      .days.filter(({ weekday }) => weekday === 0)
      .map(({ date }) => date);
  });

  it("covers 60 classes on 88 school days of 18 weeks, and every class submits every day", () => {
    expect(weeks.length).toBe(60 * 18);
    const studentDays = weeks.reduce((sum, week) => sum + week.studentDays, 0);
    expect(studentDays).toBe(1400 * 88);
    const firstStudents = new Set(district.classes.map(({ studentIds }) => studentIds[0]));
    expect(records.filter(({ personId }) => firstStudents.has(personId)).length).toBe(60 * 88);
    expect(new Set(records.map(({ personId, date }) => personId + date)).size).toBe(records.length);
  });

  it("has an ordinary absence rate near 6% and excused and unexcused absences", () => {
    const ordinary = weeks.filter(({ classId }) => !risingClassIds.includes(classId));
    expect(absenceRate(ordinary)).toBeGreaterThan(0.05);
    expect(absenceRate(ordinary)).toBeLessThan(0.075);
    const excused = records.filter((record) => record.excused === true).length;
    const unexcused = records.filter((record) => record.excused === false).length;
    expect(excused / (excused + unexcused)).toBeCloseTo(0.7, 1);
  });

  it("has a flu week that trebles the absence of one school", () => {
    const { schoolId, week } = demoTruths.flu;
    const ofSchool = weeks.filter((row) => row.schoolId === schoolId);
    const flu = ofSchool.filter((row) => weekNumber(row.weekStart) === week);
    const before = ofSchool.filter((row) => weekNumber(row.weekStart) < week);
    expect(absenceRate(flu) / absenceRate(before)).toBeGreaterThan(2);
  });

  it("lets absence rise from about 6% to about 15% in the planted classes", () => {
    for (const planted of risingClassIds) {
      const own = weeks.filter(({ classId }) => classId === planted);
      const early = own.filter((row) => weekNumber(row.weekStart) < demoTruths.risingFromWeek);
      const late = own.filter((row) => weekNumber(row.weekStart) > demoTruths.risingFromWeek);
      expect(Math.abs(absenceRate(early) - 0.06)).toBeLessThan(0.02);
      expect(Math.abs(absenceRate(late) - 0.15)).toBeLessThan(0.03);
    }
  });

  it("makes the real rule say act for the planted classes, and at most two others watch at any look", () => {
    const last = looks.filter(({ weekStart }) => weekNumber(weekStart) === 18);
    expect(last.length).toBe(60);
    const acting = last.filter(({ tier }) => tier === "act").map(({ classId }) => classId);
    expect(acting.sort()).toEqual([...risingClassIds].sort());
    const flagged = looks.filter(({ tier }) => tier === "watch" || tier === "act");
    const others = new Set(
      flagged.map(({ classId }) => classId).filter((id) => !risingClassIds.includes(id)),
    );
    expect(others.size).toBeLessThanOrEqual(2);
  });

  it("flags nobody for the flu while its week is in the window", () => {
    const { schoolId, week } = demoTruths.flu;
    const during = looks.filter((look) => {
      const at = weekNumber(look.weekStart);
      return look.schoolId === schoolId && at >= week && at < week + 4;
    });
    expect(during.length).toBe(18 * 4);
    expect(during.filter(({ tierByZ }) => tierByZ !== "none")).toEqual([]);
  });

  it("is the same for the same seed and day", () => {
    expect(demoAttendanceCsv(DEMO_SEED, TODAY)).toBe(csv);
    expect(demoAttendanceCsv(DEMO_SEED + 1, TODAY)).not.toBe(csv);
  });
});
