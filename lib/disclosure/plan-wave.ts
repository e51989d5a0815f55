import type { ReleaseItem } from "@/lib/disclosure/items";
import type { Plan } from "@/lib/disclosure/plan";
import { planGroups, type PlanRefusal } from "@/lib/disclosure/plan-groups";
import type { PlanLeaf } from "@/lib/disclosure/plan-input";
import type { Policy } from "@/lib/disclosure/policy";

/** A class of the wave's audience, from the roster. */
export type PlannedClass = {
  readonly class: string;
  readonly school: string;
  /** Grades of the class as OneRoster lists them; may be empty. */
  readonly grades: readonly string[];
  /** Students on the roster, each with one seat. */
  readonly rosterSize: number;
  /**
   * The same students by demographic category, one category a dimension of the wave; "" where the roster
   * does not say. Needed for waves with demographics only; the sizes add up to `rosterSize`.
   */
  readonly students?: readonly { readonly categories: readonly string[]; readonly size: number }[];
};

/** The grade of a class that lists several: calling it by the commonest would miscount the others. */
export const MIXED_GRADE = "mixed";
/** The grade of a class that lists none. */
export const NO_GRADE = "none";

/**
 * The plan of a wave: class → grade in school → school → district (`district` null leaves the last out), and
 * each demographic by school.
 */
export function planMargins(input: {
  readonly classes: readonly PlannedClass[];
  readonly district: string | null;
  readonly dimensions?: readonly string[];
  readonly items: readonly ReleaseItem[];
  readonly policy: Policy;
}): { readonly ok: true; readonly plan: Plan } | PlanRefusal {
  const { classes, district, items, policy, dimensions = [] } = input;
  return planGroups({
    levels: [...(district === null ? [] : ["district"]), "school", "grade", "class"],
    leaves: classes.map((row) => leafOf(row, district)),
    dimensions,
    lowerDemographics: false,
    items,
    policy,
  });
}

function leafOf(row: PlannedClass, district: string | null): PlanLeaf {
  const grade = gradeOf(row.grades);
  return {
    path: [
      ...(district === null ? [] : [{ id: `district:${district}`, value: district }]),
      { id: `school:${row.school}`, value: row.school },
      { id: `grade:${escapePart(row.school)}/${escapePart(grade)}`, value: grade },
      { id: `class:${row.class}`, value: row.class },
    ],
    students: row.students ?? [{ categories: [], size: row.rosterSize }],
  };
}

function gradeOf(grades: readonly string[]): string {
  const distinct = [...new Set(grades)];
  const [first] = distinct;
  if (first === undefined) return NO_GRADE;
  return distinct.length === 1 ? first : MIXED_GRADE;
}

/** Without this, school "a/b" with grade "c" and school "a" with grade "b/c" would be one group. */
export function escapePart(part: string): string {
  return part.replaceAll("%", "%25").replaceAll("/", "%2F");
}
