import { can } from "@/lib/access/can";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { listSeenFlags } from "../flags/seen-flags";
import { type GroupPulse, loadGroupPulse } from "./group-pulse";
import { countFlags, type OpenFlags } from "./open-flags";
import { readSchoolAbsence, type SchoolAbsenceView } from "./read-school-absence";

/** Everything the page of one school shows. */
export interface SchoolView {
  readonly absence: SchoolAbsenceView;
  /** Null before the school's first sealed pulse. */
  readonly pulse: GroupPulse | null;
  /** Those that the actor may see by now. */
  readonly flags: OpenFlags;
}

/** How a school is, what changed and how many flags are open: for its administrators and the district's. */
export async function readSchool(
  context: ServiceContext,
  schoolId: string,
): Promise<Result<SchoolView, "missing">> {
  if (!can(context.actor, "school.read", { schoolId }).allowed) return failure("missing");
  const [absence, pulse, flags] = await Promise.all([
    readSchoolAbsence(context, schoolId),
    loadGroupPulse({ schoolId }),
    listSeenFlags(context, { schoolIds: [schoolId] }),
  ]);
  if (!absence.ok) return absence;
  return success({ absence: absence.value, pulse, flags: countFlags(flags) });
}
