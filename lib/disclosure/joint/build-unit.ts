import { compareText } from "@/lib/disclosure/compare-text";
import type { Unit, UnitGroup } from "@/lib/disclosure/joint/unit";
import type { Plan, PlannedGroup } from "@/lib/disclosure/plan";
import { chainUp } from "@/lib/disclosure/chain-up";
import type { Respondents } from "@/lib/disclosure/respondents";

/**
 * The unit (school) `id` with its shown groups in the order in which they are published: the finest level of
 * the hierarchy first, then every other group from the smallest up, parts before what holds them. Smallest
 * first, because the bands of small groups should stay as narrow as the policy allows, and a large group can
 * better afford a wider one.
 */
export function buildUnit(
  id: string,
  plan: Plan,
  respondents: Respondents,
  hidden: ReadonlySet<string>,
  sizes: (group: string) => number,
): Unit {
  const parents = new Map(plan.groups.map((group) => [group.id, group.parent]));
  const inside = new Set(
    plan.groups.flatMap((group) => (chainUp(group.id, parents).includes(id) ? [group.id] : [])),
  );
  // Not by the unit alone: a student whose ballot for the class was lost counts in demographics only.
  const own = respondents.filter(({ groups }) => groups.some((group) => inside.has(group)));
  const shown = plan.groups
    .filter((group) => inside.has(group.id) && !hidden.has(group.id) && sizes(group.id) > 0)
    .sort(
      (a, b) =>
        Number(isFinest(b, plan)) - Number(isFinest(a, plan)) ||
        sizes(a.id) - sizes(b.id) ||
        depth(b, plan) - depth(a, plan) ||
        compareText(a.id, b.id),
    );
  const positions = new Map(shown.map((group, index) => [group.id, index]));
  const { atoms, atomsOf } = groupAtoms(own, positions);
  return {
    id,
    atoms,
    groups: shown.map((group, index): UnitGroup => ({
      id: group.id,
      n: sizes(group.id),
      atoms: atomsOf[index] ?? [],
      parent: positions.get(group.parent ?? "") ?? null,
      margin: group.margin,
    })),
  };
}

/** Respondents by the shown groups that count them: what no shown group tells apart is one atom. */
function groupAtoms(
  own: Respondents,
  positions: ReadonlyMap<string, number>,
): { atoms: number[]; atomsOf: number[][] } {
  const sizes = new Map<string, { groups: number[]; size: number }>();
  for (const { groups, size } of own) {
    const shown = groups.flatMap((group) => positions.get(group) ?? []).sort((a, b) => a - b);
    const key = shown.join(",");
    sizes.set(key, { groups: shown, size: (sizes.get(key)?.size ?? 0) + size });
  }
  const sorted = [...sizes].sort(([a], [b]) => compareText(a, b)).map(([, atom]) => atom);
  const atomsOf = Array.from({ length: positions.size }, (): number[] => []);
  sorted.forEach(({ groups }, atom) => {
    for (const group of groups) atomsOf[group]?.push(atom);
  });
  return { atoms: sorted.map(({ size }) => size), atomsOf };
}

function isFinest({ level }: PlannedGroup, plan: Plan): boolean {
  return level === plan.levels.at(-1);
}

/** Of two groups of one size the finer is published first. */
function depth({ level }: PlannedGroup, plan: Plan): number {
  const [nested = ""] = level.split("/");
  return plan.levels.indexOf(nested) + (level === nested ? 0 : 0.5);
}
