import { clip } from "@/lib/roster/cell-reader";
import { parseRows } from "@/lib/roster/parse-rows";
import type { ParseContext, RowSource } from "@/lib/roster/parse-rows";
import type { ParsedFile } from "@/lib/roster/parsed";
import type { Enrollment } from "@/lib/roster/types";

const otherRoles = ["administrator", "proctor", "aide", "guardian", "parent", "relative"];

/** An enrollment whose last day lies before `today` is leaving, not an error. */
export function parseEnrollments(source: RowSource, context: ParseContext): ParsedFile<Enrollment> {
  return parseRows(source, context, (cells, id) => {
    const written = cells.required("role");
    const role = written.toLowerCase();
    const record = {
      id,
      classId: cells.required("classSourcedId"),
      schoolId: cells.required("schoolSourcedId"),
      personId: cells.required("userSourcedId"),
      primary: cells.flag("primary") ?? false,
      beginDate: cells.date("beginDate"),
      endDate: cells.date("endDate"),
    };
    const { beginDate, endDate } = record;
    if (beginDate !== null && endDate !== null && endDate < beginDate) {
      cells.refuse(
        "endDate",
        "datesOutOfOrder",
        `The enrollment ends (${endDate}) before it begins (${beginDate}).`,
      );
    }
    if (role !== "student" && role !== "teacher") {
      if (!otherRoles.includes(role) && !written.startsWith("ext:")) {
        cells.refuse(
          "role",
          "badValue",
          `“${clip(written)}” is not a role in a class. It must be student or teacher.`,
        );
      } else if (cells.refusal === null) {
        cells.note(
          "enrollmentNotKept",
          "Enrollments that are neither a student's nor a teacher's are not kept.",
        );
      }
      return { leaves: "notKept" };
    }
    if (endDate !== null && endDate < context.today) return { leaves: "ended" };
    return { record: { ...record, role } };
  });
}
