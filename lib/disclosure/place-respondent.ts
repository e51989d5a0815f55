import { ALL_OTHER, NOT_RECORDED } from "@/lib/disclosure/merge-categories";
import { NESTED, type Plan } from "@/lib/disclosure/plan";
import { chainUp } from "@/lib/disclosure/chain-up";

/** Every group in which a respondent counts, by smallest group and demographic categories. */
export type PlaceRespondent = (leaf: string, categories: readonly string[]) => readonly string[];

/**
 * For surveys whose rows say who answered: where each row counts. `dimensions` names the demographics in the
 * order of the categories. The result throws if the leaf is not in the plan.
 */
export function placeRespondents(plan: Plan, dimensions: readonly string[]): PlaceRespondent {
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const crossing = new Map<string, string>();
  for (const { id, margin, parent, by, merged } of plan.groups) {
    if (margin === NESTED) continue;
    const dimension = dimensions.indexOf(margin);
    const category = by[margin] ?? "";
    for (const each of category === ALL_OTHER && merged !== undefined ? merged : [category]) {
      crossing.set(keyOf(parent ?? "", dimension, each), id);
    }
  }
  const known = new Map<string, readonly string[]>();
  return (leaf, categories) => {
    const key = JSON.stringify([leaf, categories]);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (!parents.has(leaf)) throw new Error(`group ${leaf} is not in the plan`);
    const chain = chainUp(leaf, parents);
    const mine = dimensions.flatMap((_, dimension) => {
      const category = categories[dimension] === "" ? NOT_RECORDED : (categories[dimension] ?? "");
      return chain.flatMap((id) => crossing.get(keyOf(id, dimension, category)) ?? []);
    });
    const groups = [...chain, ...mine];
    known.set(key, groups);
    return groups;
  };
}

function keyOf(parent: string, dimension: number, category: string): string {
  return JSON.stringify([parent, dimension, category]);
}
