import { compareText } from "@/lib/disclosure/compare-text";
import type { WithheldReason } from "@/lib/disclosure/withheld";

/**
 * All that pruning is told about a group. There is no field for an answer: what is hidden cannot depend on
 * answers, because the pattern of hiding would then leak them (reference/disclosure-control.md, principle 2).
 */
export type PrunableGroup = {
  readonly id: string;
  readonly level: string;
  readonly parent: string | null;
  /** Respondents, including those of every group below. */
  readonly n: number;
  /** A reason fixed before pruning, such as a roster below k. Never lifted. */
  readonly withheld: WithheldReason | null;
};

export type GroupTree = {
  /** Every group after its parent; within a depth by id. */
  readonly coarsestFirst: readonly PrunableGroup[];
  /** Children, smallest first, ties by id. */
  readonly childrenOf: (id: string) => readonly PrunableGroup[];
  readonly bySize: (a: PrunableGroup, b: PrunableGroup) => number;
};

/**
 * Links groups by `parent`. Throws if an id repeats, a parent is missing, parents form a circle, an n is not
 * a whole number from 0 up, or a group's children have more respondents than the group.
 */
export function buildGroupTree(groups: readonly PrunableGroup[]): GroupTree {
  const ids = new Set(groups.map((group) => group.id));
  if (ids.size !== groups.length) throw new Error("a group is listed twice");
  const children = new Map<string | null, PrunableGroup[]>();
  for (const group of groups) {
    if (!Number.isSafeInteger(group.n) || group.n < 0) {
      throw new Error(`group ${group.id}: respondents must be a whole number from 0 up`);
    }
    if (group.parent !== null && !ids.has(group.parent)) {
      throw new Error(`group ${group.id}: its parent ${group.parent} is not in the plan`);
    }
    const siblings = children.get(group.parent);
    if (siblings === undefined) children.set(group.parent, [group]);
    else siblings.push(group);
  }
  for (const siblings of children.values()) siblings.sort(bySize);
  const childrenOf = (id: string): readonly PrunableGroup[] => children.get(id) ?? [];

  const coarsestFirst: PrunableGroup[] = [];
  for (let level = children.get(null) ?? []; level.length > 0;) {
    coarsestFirst.push(...[...level].sort((a, b) => compareText(a.id, b.id)));
    level = level.flatMap((group) => childrenOf(group.id));
  }
  if (coarsestFirst.length !== groups.length)
    throw new Error("groups are their own parents in a circle");
  for (const group of groups) {
    const inside = childrenOf(group.id).reduce((sum, child) => sum + child.n, 0);
    if (inside > group.n)
      throw new Error(`group ${group.id}: its parts have more respondents than it`);
  }
  return { coarsestFirst, childrenOf, bySize };
}

function bySize(a: PrunableGroup, b: PrunableGroup): number {
  return a.n - b.n || compareText(a.id, b.id);
}
