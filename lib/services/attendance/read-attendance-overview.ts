import { type ChronicSummary, summarizeDayCounts } from "@/lib/attendance/chronic-absence";
import {
  countListedDays,
  groupStudentAbsences,
  listSchoolAttendance,
  type SchoolAttendanceRow,
  type StudentGroup,
} from "@/lib/data/attendance-overview";
import { type ImportRunRow, listImportRuns } from "@/lib/data/imports";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { importerOf } from "../imports/may-import";

export interface SchoolAttendance extends SchoolAttendanceRow {
  /** Where the school days come from, in plain words. */
  readonly calendarWords: string;
  readonly chronic: ChronicSummary;
}

export interface AttendanceOverview {
  readonly schools: readonly SchoolAttendance[];
  readonly listedDays: number;
  readonly waiting: readonly (ImportRunRow & { accountName: string | null })[];
  readonly applied: readonly (ImportRunRow & { accountName: string | null })[];
}

/** What attendance is there, school by school, and the last imports. */
export async function readAttendanceOverview(
  context: ServiceContext,
): Promise<Result<AttendanceOverview, "forbidden">> {
  if (importerOf(context.actor, "attendance") === null) return failure("forbidden");
  const bySchool = new Map<string, StudentGroup[]>();
  for (const group of await groupStudentAbsences()) {
    const known = bySchool.get(group.schoolId);
    if (known === undefined) bySchool.set(group.schoolId, [group]);
    else known.push(group);
  }
  const schools = (await listSchoolAttendance()).map((row): SchoolAttendance => {
    const chronic = summarizeDayCounts(bySchool.get(row.schoolId) ?? []);
    return { ...row, calendarWords: calendarWords(row), chronic };
  });
  const kinds = ["attendance", "calendar"] as const;
  return success({
    schools,
    listedDays: await countListedDays(),
    waiting: await listImportRuns({ kinds, state: "staged", limit: 20 }),
    applied: await listImportRuns({ kinds, state: "applied", limit: 20 }),
  });
}

function calendarWords(row: SchoolAttendanceRow): string {
  const { daysFromFile, daysInferred, daysNotSubmitted } = row;
  const known = daysFromFile + daysInferred;
  if (known + daysNotSubmitted === 0) return "No attendance yet.";
  const source =
    daysInferred > 0
      ? `We inferred ${days(daysInferred)} from the days with records.`
      : `${days(daysFromFile)} from the calendar you gave.`;
  if (daysNotSubmitted === 0) return source;
  const missing = daysNotSubmitted === 1 ? "1 day" : `${daysNotSubmitted} days`;
  return `${source} On ${missing} attendance was not sent; they are left out.`;
}

function days(count: number): string {
  return count === 1 ? "1 school day" : `${count} school days`;
}
