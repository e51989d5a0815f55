import { compareGrades } from "@/lib/attendance/student-grade";
import type { GroupLookRow } from "@/lib/data/group-absence";
import { gradeWords } from "./grade-words";

/** The last look at a school or a grade of it, with the group's name as people say it. */
export interface GroupAbsence extends GroupLookRow {
  /** "Grade 7", or the school's name. */
  readonly name: string;
}

/** A school with its grades; `school` is null while it has no attendance this school year. */
export interface SchoolGroups {
  readonly school: GroupAbsence | null;
  /** From the youngest on; an order by figures would be a league table. */
  readonly grades: readonly GroupAbsence[];
}

/** Looks by school, in the order in which the schools come. */
export function groupsBySchool(rows: readonly GroupLookRow[]): Map<string, SchoolGroups> {
  const schools = new Map<string, { school: GroupAbsence | null; grades: GroupAbsence[] }>();
  for (const row of rows) {
    const own = schools.get(row.schoolId) ?? { school: null, grades: [] };
    schools.set(row.schoolId, own);
    if (row.level === "school") own.school = { ...row, name: row.schoolName };
    else own.grades.push({ ...row, name: gradeWords([row.grade]) });
  }
  for (const { grades } of schools.values()) grades.sort((a, b) => compareGrades(a.grade, b.grade));
  return schools;
}

/** True for what is shown as rising. */
export function isRising({ figures }: GroupLookRow): boolean {
  return figures?.tier === "watch" || figures?.tier === "act";
}
