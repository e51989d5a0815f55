import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/data/client";
import { filesOf, roster12, withLine } from "@/lib/roster/testdata/roster-files";
import { stageUpload } from "../imports/stage-upload";
import { testContext } from "../imports/testdata/test-context";
import { inPieces, openTestDistrict, type TestDistrict } from "../imports/testdata/test-district";
import { applyRosterFiles } from "../rosters/apply-roster-files";
import { applyAttendance } from "./apply-attendance";
import { applyAttendanceFile } from "./apply-attendance-file";
import { applyCalendarFile } from "./apply-calendar-file";
import { checkAttendance } from "./check-attendance";
import { applyCalendar, previewCalendar } from "./import-calendar";
import { openAttendanceImport } from "./open-attendance-import";
import { readAttendanceOverview } from "./read-attendance-overview";
import { mappingForm } from "./stored-mapping";

const now = "2026-10-01T15:00:00Z";
const admin = testContext("district-administrator", now);
const HEADER =
  "Student_id,School_id,Section_id,Attendance_date,Attendance_type,Attendance_status,Excuse_code";
let district: TestDistrict;

beforeAll(async () => {
  district = await openTestDistrict();
  await applyRosterFiles(admin, filesOf(roster12()));
});
afterAll(() => district.close());

let files = 0;
function clever(rows: readonly string[]): string {
  files += 1;
  return district.write(`attendance-${files}.csv`, [HEADER, ...rows].join("\n"));
}

async function stage(kind: "attendance" | "calendar", text: string): Promise<string> {
  const body = inPieces(new TextEncoder().encode(text));
  const staged = await stageUpload(admin, { kind, name: `${kind}.csv`, body });
  if (!staged.ok) throw new Error(staged.code);
  return staged.value.id;
}

async function weeks(): Promise<string[]> {
  const rows = await prisma().classWeek.findMany({
    orderBy: [{ classId: "asc" }, { weekStart: "asc" }],
  });
  return rows.map(
    (row) =>
      `${row.classId} ${row.weekStart.toISOString().slice(0, 10)} ${row.studentDays} ${row.absentDays} ${row.newAbsences} ${row.contributors}`,
  );
}

async function everything(): Promise<unknown> {
  return {
    records: await prisma().attendanceRecord.findMany({
      orderBy: [{ personId: "asc" }, { date: "asc" }, { sectionId: "asc" }],
    }),
    calendar: await prisma().calendarDay.findMany({
      orderBy: [{ schoolId: "asc" }, { date: "asc" }],
    }),
    weeks: await weeks(),
    events: await prisma().auditEvent.count(),
    runs: await prisma().importRun.count({ where: { state: "applied" } }),
  };
}

// Two school weeks; Monday 7 September is a holiday. Class c1 has p1 (from 15 August), p2 and p3, class
// c2 has p1 and p2.
const CALENDAR = [
  "date,kind,school_id",
  ...["01", "02", "03", "04"].map((day) => `2026-09-${day},instructional,`),
  "2026-09-07,holiday,",
  ...["08", "09", "10", "11"].map((day) => `2026-09-${day},instructional,S-1`),
  "2026-09-14,instructional,",
].join("\n");

// p1: Thursday and Friday, then Tuesday after the holiday: one spell. p2: late, then absent twice apart.
const ROWS = [
  "p1,s1,,2026-09-03,daily,absent,E",
  "p1,s1,,2026-09-04,daily,absent,E",
  "p1,S-1,,2026-09-08,daily,absent,U",
  "p2,s1,,2026-09-01,daily,tardy,",
  "p2,,,2026-09-02,daily,absent,",
  "p2,s1,,2026-09-11,daily,absent,",
];

describe("a small school counted by hand", () => {
  it("counts student-days, absences and new absences by class and week", async () => {
    const runId = await stage("calendar", CALENDAR);
    const shown = await previewCalendar(admin, runId);
    expect(shown).toMatchObject({
      ok: true,
      value: { problems: null, summary: { schoolDays: 9, daysOff: 1, everySchool: true } },
    });
    expect(await applyCalendar(admin, runId)).toMatchObject({ ok: true });

    const applied = await applyAttendanceFile(admin, clever(ROWS));
    expect(applied).toMatchObject({ ok: true, summary: { added: 6, replaced: 0, unchanged: 0 } });
    // 14 September lies after the last record: not reported yet.
    expect(await weeks()).toEqual([
      "c1 2026-08-31 12 3 2 2",
      "c1 2026-09-07 12 2 1 1",
      "c2 2026-08-31 8 3 2 2",
      "c2 2026-09-07 8 2 1 1",
    ]);
    const days = await prisma().studentAbsence.findMany({ orderBy: { personId: "asc" } });
    expect(days.map((row) => [row.personId, row.possibleDays, row.absentDays])).toEqual([
      ["p1", 8, 3],
      ["p2", 8, 2],
      ["p3", 8, 0],
    ]);
    // The school counts each of its three students once: 12 and not the 20 of its classes.
    const groups = await prisma().groupWeek.findMany({
      where: { level: "school" },
      orderBy: { weekStart: "asc" },
    });
    expect(groups.map((row) => [row.studentDays, row.absentDays, row.newAbsences])).toEqual([
      [12, 3, 2],
      [12, 2, 1],
    ]);
    const schools = await prisma().attendanceRecord.groupBy({ by: ["schoolId"] });
    expect(schools.map((row) => row.schoolId)).toEqual(["s1"]);
  });

  it("changes nothing when the same file comes again", async () => {
    const before = await prisma().attendanceRecord.findMany();
    const again = await applyAttendanceFile(admin, clever(ROWS));
    expect(again).toMatchObject({ ok: true, summary: { added: 0, replaced: 0, unchanged: 6 } });
    expect(await prisma().attendanceRecord.findMany()).toEqual(before);
  });

  it("replaces with a correction, never doubles, also when the school is left blank", async () => {
    const fixed = clever(["p1,,,2026-09-08,daily,present,", "p2,s1,,2026-09-11,daily,absent,E"]);
    const applied = await applyAttendanceFile(admin, fixed);
    expect(applied).toMatchObject({ ok: true, summary: { added: 0, replaced: 2 } });
    expect(await prisma().attendanceRecord.count()).toBe(6);
    expect(await weeks()).toEqual([
      "c1 2026-08-31 12 3 2 2",
      "c1 2026-09-07 12 1 1 1",
      "c2 2026-08-31 8 3 2 2",
      "c2 2026-09-07 8 1 1 1",
    ]);
  });

  it("keeps the file's days and rewrites the others when the calendar is recomputed", async () => {
    const days = await prisma().calendarDay.groupBy({ by: ["source"], _count: true });
    const bySource = Object.fromEntries(days.map((row) => [row.source, row._count]));
    expect(bySource).toEqual({ file: 10, "file-every-school": 5 });
    const overview = await readAttendanceOverview(admin);
    if (!overview.ok) throw new Error(overview.code);
    expect(overview.value.schools).toMatchObject([
      { name: "Harbour School, North", daysWithRecords: 6, lastDate: "2026-09-11" },
    ]);
    expect(overview.value.schools[0]!.chronic).toMatchObject({ students: 3, classified: 0 });
    expect(overview.value.schools[0]!.calendarWords).toBe(
      "8 school days from the calendar you gave.",
    );
  });

  it("counts past days of a class that a student has left since", async () => {
    const gone = [
      ["enrollments", "e3"],
      ["roles", "r3"],
      ["users", "p3"],
    ].reduce((lines, [file, id]) => withLine(lines, file as "users", id!, null), roster12());
    const left = await applyRosterFiles(admin, filesOf(gone), { confirmLeaving: true });
    expect(left).toMatchObject({ ok: true });
    expect((await weeks())[0]).toBe("c1 2026-08-31 12 3 2 2");
    expect(await prisma().studentAbsence.count()).toBe(2);
    await applyRosterFiles(admin, filesOf(roster12()));
    expect(await prisma().studentAbsence.count()).toBe(3);
  });
});

describe("files that are not quite right", () => {
  it("leaves out rows it cannot use, with line, column and reason", async () => {
    const path = clever([
      "p1,s1,,2026-09-09,daily,absent,",
      "nobody,s1,,2026-09-09,daily,absent,",
      "nobody,s1,,2026-09-10,daily,absent,",
      "p2,s9,,2026-09-09,daily,absent,",
      "p2,s1,,09/09/2026,daily,absent,",
      "p2,s1,,2026-12-09,daily,absent,",
      "p2,s1,,2026-09-09,daily,gone,",
    ]);
    const applied = await applyAttendanceFile(admin, path);
    if (!applied.ok) throw new Error(applied.code);
    const { report } = applied.summary;
    expect(report).toMatchObject({ rows: 7, records: 1, skipped: { total: 6 } });
    expect(report.unknownStudents).toEqual({ rows: 2, students: 1 });
    expect(report.unknownSchools).toEqual({ rows: 1, schools: ["s9"] });
    expect(report.skipped.first[0]).toEqual({
      line: 3,
      column: "Student_id",
      reason: 'student "nobody" is not on the roster',
    });
    expect(report.skipped.first.map((row) => row.line)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it("asks for the columns of any other file, says what it understood, and reads it so", async () => {
    const runId = await stage(
      "attendance",
      "Pupil;When;Mark\np3;10/09/2026;Ab\np3;11/09/2026;Here\nx9;11/09/2026;Ab\n",
    );
    const opened = await openAttendanceImport(admin, runId);
    if (!opened.ok || opened.value.stage.step !== "mapping") throw new Error("no mapping page");
    expect(opened.value.stage.proposal.columns[2]).toMatchObject({ words: ["Ab", "Here"] });
    const form = mappingForm.parse({
      ...{ runId, student: "Pupil", date: "When", dateFormat: "DD/MM/YYYY", status: "Mark" },
      ...{ school: "", section: "", type: "", excuse: "", "word:Ab": "absent" },
      "word:Here": "present",
    });
    expect(await checkAttendance(admin, form)).toMatchObject({ ok: true });
    const checked = await openAttendanceImport(admin, runId);
    expect(checked).toMatchObject({
      ok: true,
      value: {
        stage: {
          step: "ready",
          report: {
            ...{ rows: 3, records: 2, absences: 1, unknownStudents: { rows: 1, students: 1 } },
            sample: [{ line: 2, personId: "p3", date: "2026-09-10", status: "absent" }, {}],
          },
        },
      },
    });
    expect(await prisma().attendanceRecord.count({ where: { personId: "p3" } })).toBe(0);
    expect(await applyAttendance(admin, runId)).toMatchObject({ ok: true });
    expect(await prisma().attendanceRecord.count({ where: { personId: "p3" } })).toBe(2);
    expect(await applyAttendance(admin, runId)).toMatchObject({ ok: false, code: "missing" });
  });

  it("refuses what is no table, and a calendar with one bad day, and changes nothing", async () => {
    const before = await everything();
    const noTable = await stage("attendance", "PK\u0003\u0004 a workbook");
    expect(await openAttendanceImport(admin, noTable)).toMatchObject({
      ok: true,
      value: { stage: { step: "refused" } },
    });
    expect(await applyAttendance(admin, noTable)).toMatchObject({
      ok: false,
      code: "unreadable-mapping",
    });
    const bad = await stage("calendar", `${CALENDAR}\n2026-09-31,instructional,`);
    expect(await previewCalendar(admin, bad)).toMatchObject({
      ok: true,
      value: { problems: { total: 1, first: [{ line: 12, column: "date" }] } },
    });
    expect(await applyCalendar(admin, bad)).toMatchObject({ ok: false, code: "calendar-problems" });
    const strange = district.write("strange.csv", "date,kind,school_id\n2026-09-01,holiday,s9\n");
    expect(await applyCalendarFile(admin, strange)).toMatchObject({ ok: false, code: "problems" });
    const nobody = await applyAttendanceFile(admin, clever(["x,s1,,2026-09-09,daily,absent,"]));
    expect(nobody).toMatchObject({ ok: false, code: "nothing-usable" });
    expect(await everything()).toEqual(before);
  });

  it("half-writes nothing when the last step fails", async () => {
    const before = await everything();
    const taken = await prisma().auditEvent.findFirstOrThrow();
    const failing = { ...admin, randomUuid: () => taken.id };
    const rows = clever(["p3,s1,,2026-09-02,daily,absent,", "p3,s1,,2026-09-03,daily,absent,"]);
    await expect(applyAttendanceFile(failing, rows)).rejects.toThrow();
    expect(await everything()).toEqual(before);
  });

  it("is nobody's but a district administrator's", async () => {
    const runId = await stage("attendance", `${HEADER}\np1,s1,,2026-09-09,daily,absent,`);
    for (const role of ["school-administrator", "teacher"] as const) {
      const other = testContext(role, now, { schoolIds: ["s1"], classIds: ["c1"] });
      expect(await readAttendanceOverview(other)).toMatchObject({ ok: false, code: "forbidden" });
      expect(await openAttendanceImport(other, runId)).toMatchObject({ code: "missing" });
      expect(await applyAttendance(other, runId)).toMatchObject({ ok: false, code: "missing" });
      expect(await previewCalendar(other, runId)).toMatchObject({ ok: false, code: "missing" });
      const direct = await applyAttendanceFile(other, "/nowhere");
      expect(direct).toMatchObject({ ok: false, code: "forbidden" });
      expect(await applyCalendarFile(other, "/nowhere")).toMatchObject({ code: "forbidden" });
    }
  });
});

describe("without a calendar file", () => {
  it("infers school days from the days with records and says so", async () => {
    await prisma().calendarDay.deleteMany();
    await applyAttendanceFile(admin, clever(["p3,s1,,2026-09-10,daily,absent,"]));
    await applyAttendanceFile(admin, clever(["p3,s1,,2026-09-10,daily,present,"]));
    const overview = await readAttendanceOverview(admin);
    if (!overview.ok) throw new Error(overview.code);
    expect(overview.value.schools[0]!.chronic).toMatchObject({ students: 3, classified: 0 });
    expect(overview.value.schools[0]!.calendarWords).toMatch(
      /^We inferred \d+ school days from the days with records\./,
    );
    const sources = await prisma().calendarDay.groupBy({ by: ["source"] });
    expect(sources.map((row) => row.source)).toEqual(["inferred"]);
  });
});
