import type { ClassScope } from "@/lib/data/cohort-rosters";
import { escapePart } from "@/lib/disclosure/plan-wave";
import { LEAST_CLASSES_SHOWN } from "@/lib/insight/cohort-figure";
import type { CohortKey } from "@/lib/insight/cohort-key";
import type { CohortChoices } from "./cohort-choices";
import { gradeWords } from "../insight/grade-words";

/** A released group that a cohort is made of. */
export interface PartOf {
  readonly groupId: string;
  readonly name: string;
  /** Its class or, of a grade of all schools, its school; "" of a cohort with a cell of its own. */
  readonly of: string;
}

/** A cohort with everything that says where its figure comes from. */
export interface ResolvedCohort {
  readonly key: CohortKey;
  readonly label: string;
  /** One: the release has a cell of exactly this group. */
  readonly parts: readonly PartOf[];
  readonly made: "released" | "of-grades" | "of-classes";
  /** Shown parts that a figure needs at least, and what parts are called. */
  readonly rule: { readonly least: number; readonly noun: string };
  /** Its classes; of a demographic group those of its school. */
  readonly scope: ClassScope;
  /** Whether who was in it is kept: of demographic groups it is not. */
  readonly rostersKept: boolean;
  /** Schools and grades it reaches; null for all. To see who shares students with whom. */
  readonly places: readonly { readonly schoolId: string; readonly grade: string | null }[] | null;
  /** What else must be said of it. */
  readonly note: string | null;
}

const RELEASED = { made: "released", rule: { least: 1, noun: "groups" }, note: null } as const;

/** The cohort of a key; null where it is not there, or not theirs to see. */
export function resolveCohort(key: CohortKey, choices: CohortChoices): ResolvedCohort | null {
  const school = (id: string) => choices.schools.find((each) => each.id === id);
  const one = (groupId: string) => [{ groupId, name: "", of: "" }];
  switch (key.kind) {
    case "district":
      if (!choices.wholeDistrict) return null;
      return {
        ...{ key, ...RELEASED, label: "The whole district", parts: one("district:all") },
        ...{ scope: {}, rostersKept: true, places: null },
      };
    case "school": {
      const own = school(key.schoolId);
      if (own === undefined) return null;
      return {
        ...{ key, ...RELEASED, label: own.name, parts: one(`school:${own.id}`) },
        ...{ scope: { schoolIds: [own.id] }, rostersKept: true },
        places: [{ schoolId: own.id, grade: null }],
      };
    }
    case "grade": {
      const { schoolId, grade } = key;
      const own = school(schoolId);
      if (own === undefined || !hasGrade(choices, schoolId, grade)) return null;
      return {
        ...{ key, ...RELEASED, label: `${gradeWords([grade])}, ${own.name}` },
        ...{ parts: one(gradeGroup(schoolId, grade)), rostersKept: true },
        ...{ scope: { schoolIds: [schoolId], grade }, places: [{ schoolId, grade }] },
      };
    }
    case "grades":
      return gradeOfAll(key.grade, choices);
    case "set":
      return setOfClasses(key.id, choices);
    case "group":
      return demographicGroup(key.groupId, choices);
  }
}

function hasGrade({ schoolGrades }: CohortChoices, schoolId: string, grade: string): boolean {
  return schoolGrades.some((each) => each.schoolId === schoolId && each.grade === grade);
}

function gradeGroup(schoolId: string, grade: string): string {
  return `grade:${escapePart(schoolId)}/${escapePart(grade)}`;
}

/** A grade of every school: made of each school's grade, which are released. */
function gradeOfAll(grade: string, choices: CohortChoices): ResolvedCohort | null {
  const schools = choices.schools.filter(({ id }) => hasGrade(choices, id, grade));
  if (!choices.wholeDistrict || schools.length === 0) return null;
  return {
    key: { kind: "grades", grade },
    label: `${gradeWords([grade])}, all schools`,
    parts: schools.map(({ id, name }) => ({ groupId: gradeGroup(id, grade), name, of: id })),
    ...{ made: "of-grades", rule: { least: 1, noun: "schools" } },
    ...{ scope: { grade }, rostersKept: true, note: null },
    places: schools.map(({ id }) => ({ schoolId: id, grade })),
  };
}

function setOfClasses(id: string, { sets }: CohortChoices): ResolvedCohort | null {
  const set = sets.find((each) => each.id === id);
  if (set === undefined) return null;
  const classIds = set.classes.map((row) => row.id);
  const several = new Set(set.classes.map(({ schoolId }) => schoolId)).size > 1;
  return {
    key: { kind: "set", id },
    label: set.name,
    parts: set.classes.map((row) => ({
      groupId: `class:${row.id}`,
      name: several ? `${row.title}, ${row.schoolName}` : row.title,
      of: row.id,
    })),
    ...{ made: "of-classes", rule: { least: LEAST_CLASSES_SHOWN, noun: "classes" } },
    ...{ scope: { classIds }, rostersKept: true },
    places: set.classes.map(({ schoolId, grades }) => ({
      schoolId,
      grade: grades.length === 1 ? (grades[0] ?? null) : null,
    })),
    note: set.gone === 0 ? null : goneWords(set.gone, set.gone + classIds.length),
  };
}

function goneWords(gone: number, of: number): string {
  const are = gone === 1 ? "is" : "are";
  return `${String(gone)} of its ${String(of)} classes ${are} not on the roster any more and left out.`;
}

function demographicGroup(groupId: string, choices: CohortChoices): ResolvedCohort | null {
  const group = choices.groups.find((each) => each.groupId === groupId);
  const school = choices.schools.find(({ id }) => id === group?.schoolId);
  if (group === undefined || school === undefined) return null;
  const { grade, dimension, category, schoolId } = group;
  const where = grade === null ? school.name : `${gradeWords([grade])}, ${school.name}`;
  return {
    ...{ key: { kind: "group", groupId }, ...RELEASED },
    label: `${dimension}: ${category}, ${where}`,
    parts: [{ groupId, name: "", of: "" }],
    scope: { schoolIds: [schoolId], ...(grade === null ? {} : { grade }) },
    rostersKept: false,
    places: [{ schoolId, grade }],
  };
}

/** Whether two cohorts may have students in common: by their classes, or by their schools and grades. */
export function mayShareStudents(a: ResolvedCohort, b: ResolvedCohort): boolean {
  if (a.places === null || b.places === null) return true;
  if (a.key.kind === "group" && b.key.kind === "group") {
    // Of one demographic each student has one category.
    const division = ({ groupId }: { groupId: string }) => groupId.split("=")[0];
    if (division(a.key) === division(b.key)) return a.key.groupId === b.key.groupId;
  }
  const [own, others] = [a.scope.classIds, b.scope.classIds];
  if (own !== undefined && others !== undefined) return own.some((id) => others.includes(id));
  return a.places.some((place) =>
    b.places?.some(
      ({ schoolId, grade }) =>
        schoolId === place.schoolId &&
        (grade === null || place.grade === null || grade === place.grade),
    ),
  );
}
