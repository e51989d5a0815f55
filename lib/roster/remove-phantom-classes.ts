import type { ResolvedKind } from "@/lib/roster/resolve-kind";
import type { SkippedRow } from "@/lib/roster/report";
import type { Enrollment, RosterClass } from "@/lib/roster/types";

/** Student systems invent classes for one person (a placement, a test); those are no class. */
export const smallestClass = 2;

/**
 * Takes classes with fewer than two active students, and their enrollments, out of the import.
 * Only classes that this import names: a file of changes says nothing about the others.
 */
export function removePhantomClasses(
  classes: ResolvedKind<RosterClass>,
  enrollments: ResolvedKind<Enrollment>,
  skipped: SkippedRow[],
): void {
  const students = new Map<string, Set<string>>();
  for (const { classId, personId, role } of enrollments.known.values()) {
    if (role !== "student") continue;
    const inClass = students.get(classId);
    if (inClass) inClass.add(personId);
    else students.set(classId, new Set([personId]));
  }
  for (const [id, line] of classes.lines) {
    const count = students.get(id)?.size ?? 0;
    if (count >= smallestClass) continue;
    classes.known.delete(id);
    classes.gone.set(id, "phantomClass");
    const found = count === 0 ? "no active student" : "one active student only";
    skipped.push({
      file: "classes.csv",
      line,
      column: null,
      code: "phantomClass",
      reason: `This class has ${found}. A class needs at least ${String(smallestClass)}, so it was left out together with its enrollments.`,
    });
  }
  for (const [id, enrollment] of enrollments.known) {
    if (classes.known.has(enrollment.classId)) continue;
    enrollments.known.delete(id);
    enrollments.gone.set(id, "dependsOnLeaving");
  }
}
