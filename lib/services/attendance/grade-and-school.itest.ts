import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/access/actor";
import { prisma } from "@/lib/data/client";
import { testContext } from "../imports/testdata/test-context";
import { openTestDistrict, type TestDistrict } from "../imports/testdata/test-district";
import { readClass } from "../insight/read-class";
import { readSchoolAbsence, type SchoolAbsenceView } from "../insight/read-school-absence";
import { readOverview } from "../overview/read-overview";
import { applyRosterFiles } from "../rosters/apply-roster-files";
import { applyAttendanceFile } from "./apply-attendance-file";
import { applyCalendarFile } from "./apply-calendar-file";
import { readAttendanceOverview } from "./read-attendance-overview";
import { attendanceCsv, calendarCsv, HOLIDAY_WEEK, rosterFiles } from "./testdata/two-years";

const now = "2026-12-01T15:00:00Z";
const admin = testContext("district-administrator", now);
let district: TestDistrict;

const as = (role: Role, of: { schoolIds?: string[]; classIds?: string[] }) =>
  testContext(role, now, of);

beforeAll(async () => {
  district = await openTestDistrict();
  expect(await applyRosterFiles(admin, rosterFiles())).toMatchObject({ ok: true });
  const calendar = district.write("calendar.csv", calendarCsv());
  expect(await applyCalendarFile(admin, calendar)).toMatchObject({ ok: true });
  const attendance = district.write("attendance.csv", attendanceCsv("E"));
  expect(await applyAttendanceFile(admin, attendance)).toMatchObject({
    ok: true,
    summary: { report: { skipped: { total: 0 } } },
  });
});
afterAll(() => district.close());

async function weekOf(schoolId: string, grade: string, weekStart: string) {
  return prisma().groupWeek.findFirst({
    where: { schoolId, grade, weekStart: new Date(`${weekStart}T00:00:00Z`) },
  });
}

async function view(schoolId: string, context = admin): Promise<SchoolAbsenceView> {
  const found = await readSchoolAbsence(context, schoolId);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

const figures = () =>
  Promise.all([
    prisma().groupWeek.findMany({
      orderBy: [{ schoolId: "asc" }, { level: "asc" }, { grade: "asc" }, { weekStart: "asc" }],
    }),
    prisma().groupLook.findMany({
      orderBy: [{ schoolId: "asc" }, { level: "asc" }, { grade: "asc" }],
    }),
    prisma().studentAbsence.findMany({ orderBy: { personId: "asc" } }),
  ]);

describe("what is counted", () => {
  it("counts a student once, whatever the number of classes, and no pre-kindergarten", async () => {
    expect(await weekOf("north", "", "2026-09-14")).toMatchObject({ studentDays: 3 * 24 * 5 });
    expect(await weekOf("north", "7", "2026-09-14")).toMatchObject({ studentDays: 24 * 5 });
    const grades = await prisma().groupWeek.groupBy({
      by: ["grade"],
      where: { schoolId: "north" },
    });
    expect(grades.map(({ grade }) => grade).sort()).toEqual(["", "6", "7", "8"]);
    expect(await prisma().studentAbsence.count({ where: { schoolId: "north" } })).toBe(3 * 24);
  });

  it("leaves out a snow day, a day that was not submitted, and a week of holidays", async () => {
    expect(await weekOf("south", "", "2026-10-12")).toMatchObject({ studentDays: 2 * 24 * 4 });
    expect(await weekOf("south", "", "2026-10-19")).toMatchObject({ studentDays: 2 * 24 * 4 });
    expect(await weekOf("north", "", "2026-10-19")).toMatchObject({ studentDays: 3 * 24 * 5 });
    expect(await weekOf("south", "", HOLIDAY_WEEK)).toBeNull();
    const south = await view("south");
    expect(south.school).toMatchObject({
      from: "2026-10-26",
      through: "2026-11-23",
      refusal: null,
    });
    const north = await view("north");
    expect(north.school).toMatchObject({
      from: "2026-11-02",
      through: "2026-11-23",
      refusal: null,
    });
  });

  it("counts excused and unexcused absences alike", async () => {
    const before = await figures();
    const flipped = district.write("unexcused.csv", attendanceCsv("U"));
    const applied = await applyAttendanceFile(admin, flipped);
    expect(applied).toMatchObject({ ok: true, summary: { added: 0 } });
    expect(applied.ok && applied.summary.replaced).toBeGreaterThan(500);
    expect(await figures()).toEqual(before);
  });

  it("counts chronic absence of this school year, by school and by grade", async () => {
    const { chronic } = await view("north");
    expect(chronic.map(({ name }) => name)).toEqual([
      ...["North School", "Grade 6", "Grade 7", "Grade 8"],
    ]);
    const [school, ...grades] = chronic.map(({ summary }) => summary);
    expect(school).toMatchObject({ students: 72, classified: 72 });
    for (const band of ["satisfactory", "at-risk", "moderate", "severe"] as const) {
      const sum = grades.reduce((total, { bands }) => total + bands[band], 0);
      expect(sum).toBe(school!.bands[band]);
    }
    expect(await prisma().studentAbsence.findFirst({ where: { schoolId: "north" } })).toMatchObject(
      {
        possibleDays: 12 * 5 - 1,
      },
    );
    const overview = await readAttendanceOverview(admin);
    const row = overview.ok && overview.value.schools.find((each) => each.schoolId === "north");
    expect(row).toMatchObject({ chronic: school! });
  });
});

describe("what rises", () => {
  it("is the planted grade beside its school, and no other", async () => {
    const { grades } = await view("north");
    expect(grades.map(({ name, figures: of }) => [name, of?.tier])).toEqual([
      ["Grade 6", "none"],
      ["Grade 7", "act"],
      ["Grade 8", "none"],
    ]);
    const [rising] = grades.filter(({ grade }) => grade === "7");
    expect(rising?.figures?.observed).toBeGreaterThan(1.25 * rising!.figures!.expected);
    expect(rising?.figures?.contributors).toBeGreaterThanOrEqual(3);
  });

  it("is refused for the only grade of a school, with the reason", async () => {
    const { grades, school } = await view("west");
    expect(grades).toMatchObject([{ grade: "6", refusal: "no-comparison", figures: null }]);
    expect(school?.refusal).toBeNull();
  });

  it("is compared with last year where enrollments say who was there, and else refused", async () => {
    const { year } = await view("north");
    expect(year).toMatchObject({ ok: true, studentDays: 72 * 20, studentDaysBefore: 72 * 20 });
    if (!year.ok) throw new Error(year.code);
    expect(year.weeks).toEqual(["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]);
    expect(year.ratio).toBeGreaterThan(1);
    expect((await view("west")).year).toEqual({ ok: false, code: "no-earlier-weeks" });
  });

  it("shows this year's weeks beside the other schools", async () => {
    const { weeks } = await view("south");
    expect(weeks).toHaveLength(11);
    expect(weeks[0]).toMatchObject({ weekStart: "2026-09-07", restDays: 4 * 24 * 5 });
  });
});

describe("who sees it", () => {
  it("the school's administrators and the district's, no teacher and no other school", async () => {
    const own = as("school-administrator", { schoolIds: ["north"] });
    expect(await readSchoolAbsence(own, "north")).toMatchObject({ ok: true });
    const missing = { ok: false, code: "missing" };
    expect(await readSchoolAbsence(own, "south")).toEqual(missing);
    const teacher = as("teacher", { classIds: ["north-07-home"] });
    expect(await readSchoolAbsence(teacher, "north")).toEqual(missing);
    expect(await readSchoolAbsence(admin, "no-such-school")).toEqual(missing);
  });

  it("the overview, cut to one's schools, by name", async () => {
    const all = await readOverview(admin);
    const cut = await readOverview(as("school-administrator", { schoolIds: ["south"] }));
    const names = (of: typeof all) => of.ok && of.value.absence.map(({ school }) => school?.name);
    expect(names(all)).toEqual(["North School", "South School", "West School"]);
    expect(names(cut)).toEqual(["South School"]);
  });

  it("a teacher, on the page of a class of the grade, and nobody on that of another grade", async () => {
    const around = async (classId: string) => {
      const found = await readClass(as("teacher", { classIds: [classId] }), classId);
      return found.ok && found.value.risingAround.map(({ name }) => name);
    };
    expect(await around("north-07-science")).toContain("Grade 7");
    expect(await around("north-08-home")).not.toContain("Grade 7");
  });
});
