import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma, webPool } from "@/lib/data/client";
import { createDistrict } from "@/lib/data/district";

import { applyAttendanceFile } from "../attendance/apply-attendance-file";
import { applyCalendarFile } from "../attendance/apply-calendar-file";
import { applyRosterFiles } from "../rosters/apply-roster-files";
import { sampleFile } from "./sample-files";
import { testContext } from "./testdata/test-context";
import { openTestDistrict, type TestDistrict } from "./testdata/test-district";

let district: TestDistrict;
const context = testContext("district-administrator", "2026-10-01T12:00:00Z");
beforeAll(async () => {
  district = await openTestDistrict();
  const { now: createdAt } = context;
  await createDistrict(prisma(), {
    ...{ name: "Sample", timeZone: "America/Chicago", isDemo: false, createdAt },
  });
});
afterAll(() => district.close());

function bytesOf(name: string): Uint8Array {
  const sample = sampleFile(name);
  if (sample === null) throw new Error(`no sample ${name}`);
  return sample.bytes;
}
function onDisk(name: string): string {
  const path = join(district.dir, name);
  writeFileSync(path, bytesOf(name));
  return path;
}

describe("the sample files", () => {
  it("go through the importers whole: nothing is skipped", async () => {
    const roster = await applyRosterFiles(context, [
      { name: "roster.zip", bytes: bytesOf("roster.zip") },
    ]);
    expect(roster).toMatchObject({ ok: true });
    const { rows } = await webPool().query<{ students: number }>(
      "SELECT count(*)::int AS students FROM enrollments WHERE role = 'student' GROUP BY class_id",
    );
    expect(rows).toEqual([{ students: 14 }, { students: 14 }]);
    const calendar = await applyCalendarFile(context, onDisk("calendar.csv"));
    expect(calendar).toMatchObject({ ok: true });
    const attendance = await applyAttendanceFile(context, onDisk("attendance.csv"));
    expect(attendance).toMatchObject({ ok: true });
    const found = await webPool().query<{ records: number; away: number }>(
      "SELECT count(*)::int AS records, count(*) FILTER (WHERE status = 'absent')::int AS away FROM attendance_records",
    );
    expect(found.rows[0]?.records).toBe(17 * 28);
    expect(found.rows[0]?.away).toBeGreaterThan(15);
  });

  it("are the same bytes every time, and there are no others", () => {
    expect(Buffer.from(bytesOf("roster.zip")).equals(Buffer.from(bytesOf("roster.zip")))).toBe(
      true,
    );
    expect(sampleFile("../secrets.json")).toBeNull();
  });
});
