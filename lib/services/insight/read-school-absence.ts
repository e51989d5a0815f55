import { can } from "@/lib/access/can";
import { type ChronicSummary, summarizeDayCounts } from "@/lib/attendance/chronic-absence";
import { isSinceYearStart, schoolYearStart } from "@/lib/attendance/school-year";
import { compareGrades } from "@/lib/attendance/student-grade";
import {
  compareWithEarlierYear,
  type YearComparison,
  type YearRefusal,
} from "@/lib/attendance/year-comparison";
import { listSchoolYears } from "@/lib/data/attendance-facts";
import { groupStudentAbsences, type StudentGroup } from "@/lib/data/attendance-overview";
import { findSchool } from "@/lib/data/classes";
import {
  listGroupLooks,
  listWeeksBesideDistrict,
  type SchoolBesideDistrict,
} from "@/lib/data/group-absence";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { gradeWords } from "./grade-words";
import { groupsBySchool, type SchoolGroups } from "./group-absence";

/** Absence of a school: whether it rises, as a whole and by grade, and how many students miss how much. */
export interface SchoolAbsenceView extends SchoolGroups {
  readonly schoolId: string;
  readonly schoolName: string;
  /** Beside the same weeks of its last school year. */
  readonly year: YearComparison | { readonly ok: false; readonly code: YearRefusal };
  /** Weeks of this school year, oldest first. */
  readonly weeks: readonly SchoolBesideDistrict[];
  /** The school first, then its grades; students whose grade is not known come last. */
  readonly chronic: readonly { readonly name: string; readonly summary: ChronicSummary }[];
}

/** For the school's administrators and the district's. */
export async function readSchoolAbsence(
  context: ServiceContext,
  schoolId: string,
): Promise<Result<SchoolAbsenceView, "missing">> {
  if (!can(context.actor, "school.read", { schoolId }).allowed) return failure("missing");
  const school = await findSchool(schoolId);
  if (school === null) return failure("missing");
  const only = { schoolIds: [schoolId] };
  const [looks, weeks, years, students] = await Promise.all([
    listGroupLooks(only),
    listWeeksBesideDistrict(schoolId),
    listSchoolYears(),
    groupStudentAbsences(only),
  ]);
  const start = schoolYearStart(
    weeks.map(({ weekStart }) => weekStart),
    years,
  );
  const groups = groupsBySchool(looks).get(schoolId) ?? { school: null, grades: [] };
  return success({
    ...{ schoolId, schoolName: school.name, ...groups },
    year: compareWithEarlierYear(weeks, start ?? ""),
    weeks: weeks.filter(({ weekStart }) => start !== null && isSinceYearStart(weekStart, start)),
    chronic: chronicByGrade(school.name, students),
  });
}

function chronicByGrade(
  schoolName: string,
  students: readonly StudentGroup[],
): SchoolAbsenceView["chronic"] {
  const grades = [...new Set(students.map(({ grade }) => grade))].sort(compareGrades);
  return [
    { name: schoolName, summary: summarizeDayCounts(students) },
    ...grades.map((grade) => ({
      name: grade === "" ? "Grade not known" : gradeWords([grade]),
      summary: summarizeDayCounts(students.filter((group) => group.grade === grade)),
    })),
  ];
}
