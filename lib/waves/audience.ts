/** Whom a wave asks. Ids are OneRoster sourcedIds; grades are as the roster writes them. */
export type AudienceScope =
  | { readonly kind: "district" }
  | { readonly kind: "school"; readonly ids: readonly string[] }
  | {
      readonly kind: "grade";
      readonly ids: readonly string[];
      readonly schools: readonly string[] | null;
    }
  | { readonly kind: "classes"; readonly ids: readonly string[] };

export type RosterClass = {
  readonly id: string;
  readonly school: string;
  readonly grades: readonly string[];
  /** OneRoster classType. */
  readonly type: "homeroom" | "scheduled";
};

export type RosterSnapshot = {
  readonly classes: readonly RosterClass[];
  /** Students only, active on the day the wave is planned. */
  readonly enrollments: readonly { readonly classId: string; readonly studentId: string }[];
};

export type AudienceClass = RosterClass & {
  /** Distinct, sorted. One seat each. */
  readonly students: readonly string[];
};

export type AudienceRefusal = {
  readonly ok: false;
  readonly code: "audience-id-unknown" | "audience-empty" | "audience-student-twice";
  /** Unknown ids; or the classes that share students. */
  readonly ids: readonly string[];
};

/**
 * The classes of a scope with their students, sorted by class id.
 *
 * District, school and grade scopes take a school's homerooms where it has any, else all its classes: a student
 * has one homeroom but many lessons. A class of several grades belongs to each of them. A student in two of the
 * chosen classes is refused: with two ballots they would count twice in everything above, and groups that share
 * a student no longer nest, which the remainder rule rests on. Classes without students are left out.
 */
export function resolveAudience(
  scope: AudienceScope,
  snapshot: RosterSnapshot,
): { readonly ok: true; readonly classes: readonly AudienceClass[] } | AudienceRefusal {
  const unknown = unknownIds(scope, snapshot.classes);
  if (unknown.length > 0) return { ok: false, code: "audience-id-unknown", ids: unknown };
  const students = studentsByClass(snapshot);
  const chosen = classesInScope(scope, snapshot.classes)
    .map((row) => ({ ...row, students: students.get(row.id) ?? [] }))
    .filter((row) => row.students.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (chosen.length === 0) return { ok: false, code: "audience-empty", ids: [] };
  const shared = classesThatShareStudents(chosen);
  if (shared.length > 0) return { ok: false, code: "audience-student-twice", ids: shared };
  return { ok: true, classes: chosen };
}

function classesInScope(
  scope: AudienceScope,
  classes: readonly RosterClass[],
): readonly RosterClass[] {
  if (scope.kind === "classes") return classes.filter((row) => scope.ids.includes(row.id));
  const withHomerooms = new Set(
    classes.filter((row) => row.type === "homeroom").map((row) => row.school),
  );
  return classes
    .filter((row) => row.type === "homeroom" || !withHomerooms.has(row.school))
    .filter((row) => {
      if (scope.kind === "district") return true;
      if (scope.kind === "school") return scope.ids.includes(row.school);
      const inSchool = scope.schools === null || scope.schools.includes(row.school);
      return inSchool && row.grades.some((grade) => scope.ids.includes(grade));
    });
}

function unknownIds(scope: AudienceScope, classes: readonly RosterClass[]): readonly string[] {
  const schools = new Set(classes.map((row) => row.school));
  const notIn = (known: ReadonlySet<string>, ids: readonly string[]) =>
    ids.filter((id) => !known.has(id));
  switch (scope.kind) {
    case "district":
      return [];
    case "school":
      return notIn(schools, scope.ids);
    case "classes":
      return notIn(new Set(classes.map((row) => row.id)), scope.ids);
    case "grade":
      return [
        ...notIn(new Set(classes.flatMap((row) => row.grades)), scope.ids),
        ...notIn(schools, scope.schools ?? []),
      ];
  }
}

function studentsByClass({ enrollments }: RosterSnapshot): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { classId, studentId } of enrollments) {
    const students = found.get(classId);
    if (students === undefined) found.set(classId, new Set([studentId]));
    else students.add(studentId);
  }
  return new Map([...found].map(([id, students]) => [id, [...students].sort()]));
}

function classesThatShareStudents(classes: readonly AudienceClass[]): readonly string[] {
  const seatIn = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, students } of classes) {
    for (const student of students) {
      const other = seatIn.get(student);
      if (other === undefined) seatIn.set(student, id);
      else shared.add(other).add(id);
    }
  }
  return [...shared].sort();
}
