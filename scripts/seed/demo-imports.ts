import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { applyAttendanceFile } from "@/lib/services/attendance/apply-attendance-file";
import { applyCalendarFile } from "@/lib/services/attendance/apply-calendar-file";
import type { ServiceContext } from "@/lib/services/context";
import { applyDemographicsFile } from "@/lib/services/demographics/apply-demographics";
import { applyRosterFiles } from "@/lib/services/rosters/apply-roster-files";
import { demoAttendanceCsv } from "@/prisma/seed/attendance";
import { DEMO_DIMENSIONS, demoDemographicsCsv } from "@/prisma/seed/demographics";
import { demoRoster } from "@/prisma/seed/roster";
import { demoCalendarCsv } from "@/prisma/seed/school-weeks";

/** Imports the demo's roster, demographics, calendar and attendance through the importers that a school uses. */
export async function importDemo(
  context: ServiceContext,
  demo: { seed: number; today: string; dataDir: string },
): Promise<void> {
  const files = Object.entries(demoRoster(demo.seed, demo.today)).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const roster = await applyRosterFiles(context, files);
  if (!roster.ok) throw new Error(`the demo roster was refused: ${JSON.stringify(roster)}`);

  const directory = await mkdtemp(join(demo.dataDir, "demo-"));
  try {
    const demographicsPath = join(directory, "demographics.csv");
    await writeFile(demographicsPath, demoDemographicsCsv(demo.seed));
    const demographics = await applyDemographicsFile(context, demographicsPath, {
      student: "Student_id",
      take: Object.values(DEMO_DIMENSIONS).map(({ column, name }) => ({
        ...{ source: { kind: "column", column }, name },
      })),
    });
    if (!demographics.ok) {
      throw new Error(`the demo demographics were refused: ${demographics.code}`);
    }

    const calendarPath = join(directory, "calendar.csv");
    await writeFile(calendarPath, demoCalendarCsv(demo.today));
    const calendar = await applyCalendarFile(context, calendarPath);
    if (!calendar.ok) throw new Error(`the demo calendar was refused: ${calendar.code}`);

    const attendancePath = join(directory, "attendance.csv");
    await writeFile(attendancePath, demoAttendanceCsv(demo.seed, demo.today));
    const attendance = await applyAttendanceFile(context, attendancePath);
    if (!attendance.ok) throw new Error(`the demo attendance was refused: ${attendance.code}`);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
