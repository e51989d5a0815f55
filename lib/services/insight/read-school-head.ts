import { can } from "@/lib/access/can";
import { findSchool, type SchoolRow } from "@/lib/data/classes";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** A school by name, for those who may read it: what is known before its results are. */
export async function readSchoolHead(
  { actor }: ServiceContext,
  schoolId: string,
): Promise<Result<SchoolRow, "missing">> {
  if (!can(actor, "school.read", { schoolId }).allowed) return failure("missing");
  const school = await findSchool(schoolId);
  return school === null ? failure("missing") : success(school);
}
