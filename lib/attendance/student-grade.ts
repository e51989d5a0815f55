import { isPreKindergarten } from "@/lib/attendance/enrollment-days";

/** A student in a class, as far as it says which grade the student is in. */
interface GradedEnrollment {
  readonly personId: string;
  /** OneRoster grades of the student. */
  readonly grades: readonly string[];
  /** OneRoster grades of the class. */
  readonly classGrades: readonly string[];
}

/** One spelling of a grade, so that "7", "07" and " 7 " are the same: "7", "KG", "UG". */
export function gradeKey(grade: string): string {
  const key = grade
    .trim()
    .toUpperCase()
    .replace(/^0+(?=\d)/u, "");
  return key === "K" ? "KG" : key;
}

/**
 * The grade of each student: the one the roster gives them; where it gives none, or several, the one
 * grade that all of their classes with a grade share. Students for whom neither says one grade are
 * not in the map: they belong to their school and to no grade of it.
 */
export function gradeOfStudents(enrollments: Iterable<GradedEnrollment>): Map<string, string> {
  const own = new Map<string, string>();
  const byClass = new Map<string, Set<string>>();
  for (const { personId, grades, classGrades } of enrollments) {
    const grade = onlyGrade(grades);
    if (grade !== null) own.set(personId, grade);
    else if (!own.has(personId)) {
      const found = byClass.get(personId) ?? new Set<string>();
      for (const each of schoolGrades(classGrades)) found.add(each);
      byClass.set(personId, found);
    }
  }
  for (const [personId, found] of byClass) {
    const [grade] = found;
    if (!own.has(personId) && grade !== undefined && found.size === 1) own.set(personId, grade);
  }
  return own;
}

function onlyGrade(grades: readonly string[]): string | null {
  const [grade, second] = schoolGrades(grades);
  return grade === undefined || second !== undefined ? null : grade;
}

function schoolGrades(grades: readonly string[]): string[] {
  const keys = grades.filter((grade) => grade.trim() !== "" && !isPreKindergarten([grade]));
  return [...new Set(keys.map(gradeKey))];
}

/** Kindergarten first, then by number, then whatever else a roster writes. */
export function compareGrades(a: string, b: string): number {
  const difference = place(a) - place(b);
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : a > b ? 1 : 0) : difference;
}

function place(grade: string): number {
  const key = gradeKey(grade);
  if (key === "KG") return 0;
  return /^\d+$/u.test(key) ? Number(key) : 1_000;
}
