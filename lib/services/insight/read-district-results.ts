import { can } from "@/lib/access/can";
import { listSchoolWeeks, type SchoolWeek } from "@/lib/data/class-weeks";
import { listSchools } from "@/lib/data/classes";
import { findDistrict } from "@/lib/data/district";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listSeenFlags } from "../flags/seen-flags";
import { type GroupPulse, loadGroupPulse } from "./group-pulse";
import { countFlags, type OpenFlags } from "./open-flags";

/** Absence of all schools together in one week. */
export type DistrictWeek = Omit<SchoolWeek, "schoolId">;

/** Everything the page of the district shows. */
export interface DistrictView {
  /** Null before the first sealed pulse. */
  readonly pulse: GroupPulse | null;
  /** The last 20 weeks, oldest first; empty without attendance. */
  readonly weeks: readonly DistrictWeek[];
  readonly flags: OpenFlags;
  /** By name. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

/** The district by name: what is known before its results are. */
export async function readDistrictHead({
  actor,
}: ServiceContext): Promise<Result<{ readonly name: string }, "missing">> {
  if (!can(actor, "district.read", undefined).allowed) return failure("missing");
  const district = await findDistrict();
  return district === null ? failure("missing") : success({ name: district.name });
}

/** How the district is as a whole, for its administrators. */
export async function readDistrictResults(
  context: ServiceContext,
): Promise<Result<DistrictView, "missing">> {
  if (!can(context.actor, "district.read", undefined).allowed) return failure("missing");
  const [pulse, weeks, flags, schools] = await Promise.all([
    loadGroupPulse("district"),
    listSchoolWeeks(),
    listSeenFlags(context, {}),
    listSchools(),
  ]);
  return success({
    pulse,
    weeks: together(weeks),
    flags: countFlags(flags),
    schools: schools.map(({ id, name }) => ({ id, name })),
  });
}

function together(weeks: readonly SchoolWeek[]): DistrictWeek[] {
  const byWeek = new Map<string, DistrictWeek>();
  for (const { weekStart, studentDays, absentDays } of weeks) {
    const before = byWeek.get(weekStart);
    byWeek.set(weekStart, {
      weekStart,
      studentDays: studentDays + (before?.studentDays ?? 0),
      absentDays: absentDays + (before?.absentDays ?? 0),
    });
  }
  return [...byWeek.values()];
}
