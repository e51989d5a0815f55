import { compareText } from "@/lib/disclosure/compare-text";
import { ALL_OTHER, mergeCategories, NOT_RECORDED } from "@/lib/disclosure/merge-categories";
import type { PlannedGroup, Stratum } from "@/lib/disclosure/plan";
import type { PlanInput, PlanLeaf } from "@/lib/disclosure/plan-input";

/** A demographic group with what tells who belongs to it. */
export type Crossing = {
  readonly group: PlannedGroup;
  readonly dimension: number;
  readonly categories: ReadonlySet<string>;
};

/** The demographic groups of every group at one level, in order of parent, dimension and category. */
export function planDemographics(
  input: PlanInput,
  levelAt: number,
  nested: ReadonlyMap<string, PlannedGroup>,
): Crossing[] {
  const parents = groupedBy(input.leaves, (leaf) => leaf.path[levelAt]?.id ?? "");
  return [...parents]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([parentId, leaves]) => {
      const parent = nested.get(parentId);
      if (parent === undefined) return [];
      return input.dimensions.flatMap((name, dimension) => {
        const counts = countBy(leaves, dimension);
        const merged = mergeCategories(counts, input.policy.k) ?? [];
        return merged.map(({ category, of }): Crossing => {
          const categories = new Set(
            of.flatMap((each) => (each === NOT_RECORDED ? [each, ""] : [each])),
          );
          const rosterSize = [...counts].reduce(
            (sum, [each, count]) => sum + (categories.has(each) ? count : 0),
            0,
          );
          return {
            dimension,
            categories,
            group: {
              id: `${parentId}&${name}=${encodeURIComponent(category)}`,
              level: `${parent.level}/${name}`,
              margin: name,
              by: { ...parent.by, [name]: category },
              parent: parentId,
              rosterSize,
              rollsUpTo: null,
              ...(category === ALL_OTHER ? { merged: of } : {}),
            },
          };
        });
      });
    });
}

function countBy(leaves: readonly PlanLeaf[], dimension: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { students } of leaves) {
    for (const { categories, size } of students) {
      const category = categories[dimension] ?? "";
      counts.set(category, (counts.get(category) ?? 0) + size);
    }
  }
  return counts;
}

/** The roster by leaf and demographic groups; students of the same groups stand together. */
export function strataOf(leaves: readonly PlanLeaf[], crossing: readonly Crossing[]): Stratum[] {
  const byParent = groupedBy(crossing, ({ group }) => group.parent ?? "");
  const sizes = new Map<string, { groups: string[]; size: number }>();
  for (const { path, students } of leaves) {
    const near = path.flatMap(({ id }) => byParent.get(id) ?? []);
    const leaf = path.at(-1)?.id ?? "";
    for (const { categories, size } of students) {
      if (size === 0) continue;
      const mine = near.filter((each) => each.categories.has(categories[each.dimension] ?? ""));
      const groups = [leaf, ...mine.map(({ group }) => group.id).sort(compareText)];
      const key = JSON.stringify(groups);
      sizes.set(key, { groups, size: (sizes.get(key)?.size ?? 0) + size });
    }
  }
  return [...sizes].sort(([a], [b]) => compareText(a, b)).map(([, stratum]) => stratum);
}

function groupedBy<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
