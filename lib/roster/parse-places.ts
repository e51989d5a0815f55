import { parseRows } from "@/lib/roster/parse-rows";
import type { ParseContext, RowSource } from "@/lib/roster/parse-rows";
import type { ParsedFile } from "@/lib/roster/parsed";
import type { AcademicSession, Org, RosterClass } from "@/lib/roster/types";

const orgTypes = ["department", "school", "district", "local", "state", "national"];
const sessionTypes = ["gradingPeriod", "semester", "schoolYear", "term"];
const classTypes = ["homeroom", "scheduled"];

export function parseOrgs(source: RowSource, context: ParseContext): ParsedFile<Org> {
  return parseRows(source, context, (cells, id) => ({
    record: {
      id,
      name: cells.required("name"),
      type: cells.word("type", orgTypes),
      parentId: cells.optional("parentSourcedId"),
      identifier: cells.optional("identifier"),
    },
  }));
}

export function parseAcademicSessions(
  source: RowSource,
  context: ParseContext,
): ParsedFile<AcademicSession> {
  return parseRows(source, context, (cells, id) => {
    const record: AcademicSession = {
      id,
      title: cells.required("title"),
      type: cells.word("type", sessionTypes),
      startDate: cells.requiredDate("startDate"),
      endDate: cells.requiredDate("endDate"),
      parentId: cells.optional("parentSourcedId"),
      schoolYear: cells.required("schoolYear"),
    };
    if (record.endDate <= record.startDate) {
      cells.refuse(
        "endDate",
        "datesOutOfOrder",
        `The session ends (${record.endDate}) before it has begun (${record.startDate}).`,
      );
    }
    return { record };
  });
}

export function parseClasses(source: RowSource, context: ParseContext): ParsedFile<RosterClass> {
  return parseRows(source, context, (cells, id) => ({
    record: {
      id,
      title: cells.required("title"),
      classCode: cells.optional("classCode"),
      classType: cells.word("classType", classTypes),
      grades: cells.list("grades"),
      schoolId: cells.required("schoolSourcedId"),
      termIds: cells.requiredList("termSourcedIds"),
    },
  }));
}
