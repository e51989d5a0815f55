import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, prisma } from "@/lib/data/client";
import { applyRosterFiles } from "@/lib/services/rosters/apply-roster-files";
import { demoAttendanceCsv } from "@/prisma/seed/attendance";
import { demoRoster } from "@/prisma/seed/roster";
import { demoCalendarCsv } from "@/prisma/seed/school-weeks";
import { DEMO_SEED, demoTruths, risingClassIds } from "@/prisma/seed/truths";
import { connectTestDatabase } from "@/scripts/testing/test-database";
import type { TestDatabase } from "@/scripts/testing/template-database";
import { testContext } from "../imports/testdata/test-context";
import { applyAttendanceFile } from "./apply-attendance-file";
import { applyCalendarFile } from "./apply-calendar-file";

let database: TestDatabase;
let dir: string;
const today = "2026-10-14";
const context = testContext("district-administrator", `${today}T15:00:00Z`);

beforeAll(async () => {
  database = await connectTestDatabase();
  dir = mkdtempSync(join(tmpdir(), "hearth-demo-"));
});
afterAll(async () => {
  await closeDatabase();
  await database.drop();
  rmSync(dir, { recursive: true, force: true });
});

describe("the demo district through the real importers", () => {
  it("takes the roster, and taking it again changes nothing", async () => {
    const files = Object.entries(demoRoster(DEMO_SEED, today)).map(([name, text]) => ({
      name,
      bytes: new TextEncoder().encode(text),
    }));
    const first = await applyRosterFiles(context, files);
    expect(first).toMatchObject({ ok: true, value: { skipped: 0, unchanged: false } });
    expect(await prisma().class.count({ where: { active: true } })).toBe(60);
    expect(await applyRosterFiles(context, files)).toMatchObject({
      ok: true,
      value: { skipped: 0, unchanged: true },
    });
  });

  it("takes calendar and attendance and finds the planted rises, not the flu", async () => {
    const calendar = join(dir, "calendar.csv");
    writeFileSync(calendar, demoCalendarCsv(today));
    expect(await applyCalendarFile(context, calendar)).toMatchObject({ ok: true });
    const attendance = join(dir, "attendance.csv");
    writeFileSync(attendance, demoAttendanceCsv(DEMO_SEED, today));
    const applied = await applyAttendanceFile(context, attendance);
    expect(applied).toMatchObject({
      ok: true,
      summary: { replaced: 0, unchanged: 0, report: { skipped: { total: 0 } } },
    });
    const last = await prisma().absenceSignal.findMany({ orderBy: { weekStart: "desc" }, take: 1 });
    const shown = await prisma().absenceSignal.findMany({
      where: { weekStart: last[0]!.weekStart, tier: { in: ["watch", "act"] } },
    });
    expect(shown.map((row) => row.classId)).toEqual(expect.arrayContaining([...risingClassIds]));
    expect(shown.length).toBeLessThan(risingClassIds.length + 4);
    const flu = await prisma().absenceSignal.findMany({
      where: { tier: "act", class: { schoolId: demoTruths.flu.schoolId } },
    });
    expect(new Set(flu.map((row) => row.classId))).toEqual(
      new Set(risingClassIds.filter((id) => id.startsWith("cls-2"))),
    );
    expect(await prisma().studentAbsence.count()).toBeGreaterThan(1300);
  });

  it("finds the planted grade, whose classes are too small to show it", async () => {
    const { schoolId, grade } = demoTruths.risingGrade;
    const looks = await prisma().groupLook.findMany({ where: { level: "grade" } });
    expect(looks).toHaveLength(3 + 3 + 4);
    const own = looks.find((row) => row.schoolId === schoolId && row.grade === String(grade));
    expect(own).toMatchObject({ tier: "act", refusal: null });
    const classes = await prisma().absenceSignal.findMany({
      where: { class: { schoolId, grades: { has: String(grade) } }, tier: "act" },
    });
    expect(classes).toEqual([]);
    expect(await prisma().groupLook.count({ where: { level: "school", refusal: null } })).toBe(3);
  });

  it("says nothing changed when the same attendance comes again", async () => {
    const before = await prisma().classWeek.findMany({
      orderBy: [{ classId: "asc" }, { weekStart: "asc" }],
    });
    const again = await applyAttendanceFile(context, join(dir, "attendance.csv"));
    expect(again).toMatchObject({ ok: true, summary: { added: 0, replaced: 0 } });
    expect(
      await prisma().classWeek.findMany({ orderBy: [{ classId: "asc" }, { weekStart: "asc" }] }),
    ).toEqual(before);
  });
});
