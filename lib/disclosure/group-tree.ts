import { compareText } from "@/lib/disclosure/compare-text";
import { NESTED } from "@/lib/disclosure/plan";
import type { WithheldReason } from "@/lib/disclosure/withheld";

/**
 * All that pruning is told about a group. There is no field for an answer: what is hidden cannot depend on
 * answers, because the pattern of hiding would then leak them (reference/disclosure-control.md, principle 2).
 */
export type PrunableGroup = {
  readonly id: string;
  readonly level: string;
  /** Which division of its parent it belongs to: `NESTED`, or a demographic. */
  readonly margin: string;
  readonly parent: string | null;
  /** Respondents, including those of every group below. */
  readonly n: number;
  /** A reason fixed before pruning, such as a roster below k. Never lifted. */
  readonly withheld: WithheldReason | null;
};

export type GroupTree = {
  /** Every nested group after its parent; within a depth by id. */
  readonly coarsestFirst: readonly PrunableGroup[];
  /** Nested children, smallest first, ties by id. */
  readonly childrenOf: (id: string) => readonly PrunableGroup[];
  /** The categories of one demographic in one group, smallest first. */
  readonly demographics: readonly (readonly PrunableGroup[])[];
  readonly bySize: (a: PrunableGroup, b: PrunableGroup) => number;
};

/**
 * Links groups by `parent`. Throws if an id repeats, a parent is missing, parents form a circle, an n is not
 * a whole number from 0 up, a group's children have more respondents than the group, or a demographic group
 * has none.
 */
export function buildGroupTree(groups: readonly PrunableGroup[]): GroupTree {
  const ids = new Set(groups.map((group) => group.id));
  if (ids.size !== groups.length) throw new Error("a group is listed twice");
  const children = new Map<string | null, PrunableGroup[]>();
  const demographics = new Map<string, PrunableGroup[]>();
  for (const group of groups) {
    if (!Number.isSafeInteger(group.n) || group.n < 0) {
      throw new Error(`group ${group.id}: respondents must be a whole number from 0 up`);
    }
    if (group.parent !== null && !ids.has(group.parent)) {
      throw new Error(`group ${group.id}: its parent ${group.parent} is not in the plan`);
    }
    if (group.margin === NESTED) add(children, group.parent, group);
    else if (group.parent === null) throw new Error(`group ${group.id}: a demographic of nothing`);
    else add(demographics, JSON.stringify([group.parent, group.margin]), group);
  }
  for (const siblings of [...children.values(), ...demographics.values()]) siblings.sort(bySize);
  const childrenOf = (id: string): readonly PrunableGroup[] => children.get(id) ?? [];

  const coarsestFirst: PrunableGroup[] = [];
  for (let level = children.get(null) ?? []; level.length > 0;) {
    coarsestFirst.push(...[...level].sort((a, b) => compareText(a.id, b.id)));
    level = level.flatMap((group) => childrenOf(group.id));
  }
  if (coarsestFirst.length !== groups.filter(({ margin }) => margin === NESTED).length)
    throw new Error("groups are their own parents in a circle");
  for (const group of coarsestFirst) {
    const inside = childrenOf(group.id).reduce((sum, child) => sum + child.n, 0);
    if (inside > group.n)
      throw new Error(`group ${group.id}: its parts have more respondents than it`);
  }
  const crossing = [...demographics.values()].sort((a, b) =>
    compareText(a[0]?.parent ?? "", b[0]?.parent ?? ""),
  );
  return { coarsestFirst, childrenOf, demographics: crossing, bySize };
}

function add<K>(map: Map<K, PrunableGroup[]>, key: K, group: PrunableGroup): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [group]);
  else there.push(group);
}

function bySize(a: PrunableGroup, b: PrunableGroup): number {
  return a.n - b.n || compareText(a.id, b.id);
}
