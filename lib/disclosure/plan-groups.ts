import { compareText } from "@/lib/disclosure/compare-text";
import { NESTED, type Plan, type PlannedGroup } from "@/lib/disclosure/plan";
import { planDemographics, strataOf } from "@/lib/disclosure/plan-demographics";
import type { PlanInput, PlanLeaf } from "@/lib/disclosure/plan-input";

export type PlanRefusal = {
  readonly ok: false;
  readonly code: "plan-no-classes" | "plan-no-items" | "plan-class-twice" | "plan-item-twice";
  readonly message: string;
};

/**
 * Step 1 of the compiler: every group a release can hold. Groups whose roster is below k stay in the plan,
 * marked with the group they roll up into, so that a page can say where their answers are counted.
 * Demographics are planned in the unit (the school) and, if asked for, one level below, never for a class.
 * The result does not depend on the order of leaves, students or items.
 * Throws RangeError if a size is not a whole number from 0 up, or a leaf has another number of levels.
 */
export function planGroups(
  input: PlanInput,
): { readonly ok: true; readonly plan: Plan } | PlanRefusal {
  const refused = refuseInput(input);
  if (refused !== null) return refused;
  const { levels, leaves, items, policy } = input;
  const unitAt = Math.max(0, levels.length - 3);
  const nested = new Map<string, PlannedGroup>();
  for (const leaf of leaves) for (const group of chainOf(leaf, levels)) addTo(nested, group);
  const hierarchy = [...nested.values()]
    .map((group) => ({ ...group, rollsUpTo: rollUp(group, nested, policy.k) }))
    .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || compareText(a.id, b.id));
  const at = [
    unitAt,
    ...(input.lowerDemographics && unitAt + 2 < levels.length ? [unitAt + 1] : []),
  ];
  const crossing = at.flatMap((level) => planDemographics(input, level, nested));
  const groups = [...hierarchy, ...crossing.map(({ group }) => group)];
  const plan: Plan = {
    format: "hearth-plan/2",
    policy,
    items: [...items].sort((a, b) => compareText(a.id, b.id)),
    levels,
    unit: levels[unitAt] ?? "",
    groups,
    strata: crossing.length === 0 ? [] : strataOf(leaves, crossing),
  };
  return { ok: true, plan };
}

function refuseInput({ levels, leaves, items }: PlanInput): PlanRefusal | null {
  if (leaves.length === 0) return refuse("plan-no-classes", "there is no class to plan for");
  if (items.length === 0)
    return refuse("plan-no-items", "nothing is asked that could be published");
  for (const { path, students } of leaves) {
    if (path.length !== levels.length) throw new RangeError("a class must name a group a level");
    if (students.some(({ size }) => !Number.isSafeInteger(size) || size < 0)) {
      throw new RangeError("a roster size must be a whole number from 0 up");
    }
  }
  const doubleLeaf = firstRepeated(leaves.map(({ path }) => path.at(-1)?.id ?? ""));
  if (doubleLeaf !== null) return refuse("plan-class-twice", `${doubleLeaf} is listed twice`);
  const doubleItem = firstRepeated(items.map(({ id }) => id));
  if (doubleItem !== null) return refuse("plan-item-twice", `item ${doubleItem} is listed twice`);
  return null;
}

/** A leaf and every group above it, each with only this leaf's students in it. */
function chainOf(leaf: PlanLeaf, levels: readonly string[]): PlannedGroup[] {
  const rosterSize = leaf.students.reduce((sum, { size }) => sum + size, 0);
  let by: Record<string, string> = {};
  let parent: string | null = null;
  return leaf.path.map(({ id, value }, index) => {
    const level = levels[index] ?? "";
    by = { ...by, [level]: value };
    const group = { id, level, margin: NESTED, by, parent, rosterSize, rollsUpTo: null };
    parent = id;
    return group;
  });
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
