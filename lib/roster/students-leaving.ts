import type { ResolvedKind } from "@/lib/roster/resolve-kind";
import type { Enrollment, Person, RosterSnapshot } from "@/lib/roster/types";

export interface Confirmation {
  code: "manyStudentsLeave";
  leavingStudents: number;
  activeStudents: number;
  /** leavingStudents / activeStudents, from 0 to 1 */
  share: number;
}

/** Above this share an import looks like a wrong or cut-off file rather than a change of roster. */
export const confirmationShare = 0.3;

/**
 * Counts the students who would leave: no longer in the roster as students, or no longer in any
 * class although they were in one. Null when they are not more than 30% of the students.
 */
export function countStudentsLeaving(
  current: RosterSnapshot,
  next: { people: ResolvedKind<Person>; enrollments: ResolvedKind<Enrollment> },
): Confirmation | null {
  const inClassBefore = studentsInClass(current.enrollments);
  const inClassAfter = studentsInClass(next.enrollments.known.values());
  const students = current.people.filter((person) => person.role === "student");
  const leavingStudents = students.filter(({ id }) => {
    if (next.people.known.get(id)?.role !== "student") return true;
    return inClassBefore.has(id) && !inClassAfter.has(id);
  }).length;
  const activeStudents = students.length;
  const share = activeStudents === 0 ? 0 : leavingStudents / activeStudents;
  if (share <= confirmationShare) return null;
  return { code: "manyStudentsLeave", leavingStudents, activeStudents, share };
}

function studentsInClass(enrollments: Iterable<Enrollment>): Set<string> {
  const ids = new Set<string>();
  for (const { role, personId } of enrollments) if (role === "student") ids.add(personId);
  return ids;
}
