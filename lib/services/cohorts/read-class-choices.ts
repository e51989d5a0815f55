import { can } from "@/lib/access/can";
import { type ClassRow, listClasses } from "@/lib/data/classes";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { ownScope } from "../insight/own-scope";

/** What a list of classes is narrowed to; "" is everything. */
export interface ClassFilter {
  readonly school: string;
  readonly grade: string;
  /** In the title, in any case. */
  readonly text: string;
}

export interface ClassChoices {
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly grades: readonly string[];
  /** Own classes that the filter leaves, by school and title. */
  readonly classes: readonly ClassRow[];
  /** What of the filter is not there, in words. */
  readonly problems: readonly string[];
}

/** The classes that a set can be made of: the administrator's own. */
export async function readClassChoices(
  { actor }: ServiceContext,
  filter: ClassFilter,
): Promise<Result<ClassChoices, "forbidden">> {
  if (!can(actor, "cohort.compare", undefined).allowed || actor.kind !== "staff") {
    return failure("forbidden");
  }
  const own = await listClasses(ownScope(actor));
  const schools = new Map(own.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  const grades = [...new Set(own.flatMap((row) => row.grades))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const problems: string[] = [];
  if (filter.school !== "" && !schools.has(filter.school)) {
    problems.push("That school is not there, or not yours: all schools are listed.");
  }
  if (filter.grade !== "" && !grades.includes(filter.grade)) {
    problems.push("No class has that grade: all grades are listed.");
  }
  const school = schools.has(filter.school) ? filter.school : "";
  const grade = grades.includes(filter.grade) ? filter.grade : "";
  const text = filter.text.trim().toLowerCase();
  return success({
    schools: [...schools].map(([id, name]) => ({ id, name })),
    grades,
    problems,
    classes: own.filter(
      (row) =>
        (school === "" || row.schoolId === school) &&
        (grade === "" || row.grades.includes(grade)) &&
        row.title.toLowerCase().includes(text),
    ),
  });
}
