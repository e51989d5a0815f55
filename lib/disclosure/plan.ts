import { canonicalJson } from "@/lib/canonical-json";
import { compareText } from "@/lib/disclosure/compare-text";
import type { ReleaseItem } from "@/lib/disclosure/items";
import type { Policy } from "@/lib/disclosure/policy";
import { sha256Hex } from "@/lib/sha256";

/** A class of the wave's audience, from the roster. */
export type PlannedClass = {
  readonly class: string;
  readonly school: string;
  /** Grades of the class as OneRoster lists them; may be empty. */
  readonly grades: readonly string[];
  /** Students on the roster, each with one seat. */
  readonly rosterSize: number;
};

/** Coarsest first. */
export const PLAN_LEVELS = ["district", "school", "grade", "class"] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

export type PlannedGroup = {
  /** "class:7A", "grade:S1/7", "school:S1", "district:D". */
  readonly id: string;
  readonly level: PlanLevel;
  /** Which ballots the group is counted from. "class" today; a demographic margin later casts its own. */
  readonly margin: string;
  /** Every column that defines the group. */
  readonly by: Readonly<Record<string, string>>;
  readonly parent: string | null;
  readonly rosterSize: number;
  /** Null if the roster reaches k. Otherwise the smallest larger group that does, or "" if none does. */
  readonly rollsUpTo: string | null;
};

/** Frozen and hashed before the wave opens: from the roster alone, before there is any answer. */
export type Plan = {
  readonly format: "hearth-plan/1";
  readonly policy: Policy;
  readonly items: readonly ReleaseItem[];
  readonly groups: readonly PlannedGroup[];
};

export type PlanRefusal = {
  readonly ok: false;
  readonly code: "plan-no-classes" | "plan-no-items" | "plan-class-twice" | "plan-item-twice";
  readonly message: string;
};

/** The grade of a class that lists several: calling it by the commonest would miscount the others. */
export const MIXED_GRADE = "mixed";
/** The grade of a class that lists none. */
export const NO_GRADE = "none";

/**
 * Step 1 of the compiler: the groups a wave can be published for, class → grade in school → school →
 * district (`district` null leaves the last out). Groups whose roster is below k stay in the plan, marked
 * with the group they roll up into, so that a page can say where their answers are counted.
 * The result does not depend on the order of classes, grades or items.
 * Throws RangeError if a roster size is not a whole number from 0 up.
 */
export function planMargins(input: {
  readonly classes: readonly PlannedClass[];
  readonly district: string | null;
  readonly items: readonly ReleaseItem[];
  readonly policy: Policy;
}): { readonly ok: true; readonly plan: Plan } | PlanRefusal {
  const { classes, district, items, policy } = input;
  if (classes.length === 0) return refuse("plan-no-classes", "the wave reaches no class");
  if (items.length === 0)
    return refuse("plan-no-items", "the wave asks nothing that could be published");
  const doubleClass = firstRepeated(classes.map((row) => row.class));
  if (doubleClass !== null)
    return refuse("plan-class-twice", `class ${doubleClass} is listed twice`);
  const doubleItem = firstRepeated(items.map((item) => item.id));
  if (doubleItem !== null) return refuse("plan-item-twice", `item ${doubleItem} is listed twice`);

  const groups = new Map<string, PlannedGroup>();
  for (const row of classes) {
    if (!Number.isSafeInteger(row.rosterSize) || row.rosterSize < 0) {
      throw new RangeError("a roster size must be a whole number from 0 up");
    }
    for (const group of chainOf(row, district)) addTo(groups, group);
  }
  const plan: Plan = {
    format: "hearth-plan/1",
    policy,
    items: [...items].sort((a, b) => compareText(a.id, b.id)),
    groups: [...groups.values()]
      .map((group) => ({ ...group, rollsUpTo: rollUp(group, groups, policy.k) }))
      .sort((a, b) => rank(a) - rank(b) || compareText(a.id, b.id)),
  };
  return { ok: true, plan };
}

/** SHA-256 of the plan's canonical JSON, hexadecimal. */
export function planHash(plan: Plan): string {
  return sha256Hex(canonicalJson(plan));
}

/** The class and every group above it, each with only this class's students in it. */
function chainOf(row: PlannedClass, district: string | null): PlannedGroup[] {
  const grade = gradeOf(row.grades);
  const top = district === null ? {} : { district };
  const ids = {
    district: district === null ? null : `district:${district}`,
    school: `school:${row.school}`,
    grade: `grade:${escapePart(row.school)}/${escapePart(grade)}`,
  };
  const common = { margin: "class", rosterSize: row.rosterSize, rollsUpTo: null };
  const inSchool = { ...top, school: row.school };
  const inGrade = { ...inSchool, grade };
  const chain: PlannedGroup[] = [
    {
      id: `class:${row.class}`,
      level: "class",
      by: { ...inGrade, class: row.class },
      parent: ids.grade,
      ...common,
    },
    { id: ids.grade, level: "grade", by: inGrade, parent: ids.school, ...common },
    { id: ids.school, level: "school", by: inSchool, parent: ids.district, ...common },
  ];
  if (ids.district !== null) {
    chain.push({ id: ids.district, level: "district", by: top, parent: null, ...common });
  }
  return chain;
}

function addTo(groups: Map<string, PlannedGroup>, group: PlannedGroup): void {
  const before = groups.get(group.id)?.rosterSize ?? 0;
  groups.set(group.id, { ...group, rosterSize: before + group.rosterSize });
}

function rollUp(
  group: PlannedGroup,
  groups: ReadonlyMap<string, PlannedGroup>,
  k: number,
): string | null {
  if (group.rosterSize >= k) return null;
  for (let up = group.parent; up !== null;) {
    const above = groups.get(up);
    if (above === undefined) break;
    if (above.rosterSize >= k) return above.id;
    up = above.parent;
  }
  return "";
}

function gradeOf(grades: readonly string[]): string {
  const distinct = [...new Set(grades)];
  const [first] = distinct;
  if (first === undefined) return NO_GRADE;
  return distinct.length === 1 ? first : MIXED_GRADE;
}

// Without this, school "a/b" with grade "c" and school "a" with grade "b/c" would be one group.
function escapePart(part: string): string {
  return part.replaceAll("%", "%25").replaceAll("/", "%2F");
}

function rank(group: PlannedGroup): number {
  return PLAN_LEVELS.indexOf(group.level);
}

function firstRepeated(values: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return null;
}

function refuse(code: PlanRefusal["code"], message: string): PlanRefusal {
  return { ok: false, code, message };
}
