import { buildGroupTree, type GroupTree, type PrunableGroup } from "@/lib/disclosure/group-tree";
import type { Policy } from "@/lib/disclosure/policy";
import type { WithheldReason } from "@/lib/disclosure/withheld";

/**
 * Step 3 of the compiler: which groups are hidden, and why. Ids that are not in the result are shown.
 *
 * Hidden to a fixpoint, coarse levels first and never a parent for a child's sake:
 * 1. a group with fewer than k respondents;
 * 2. a child whose parent is shown and larger by 1 … remainder−1;
 * 3. the next smallest child, while its hidden siblings total 1 … remainder−1;
 * 4. the smallest of the largest shown groups inside a shown one, while what they leave of it is
 *    1 … remainder−1. Rules 1–3 look one level down; without this one, a hidden grade whose classes are
 *    shown is worked out from the school: school − classes = the small grade beside it.
 *
 * The categories of a demographic are hidden where their parent is, below k, and while the hidden ones total
 * 1 … remainder−1. What crosses classes is `crossingToHide`'s business.
 *
 * Rule 4 makes every difference safe: shown groups nest, so whatever subtraction can single out is a union
 * of such leftovers, each empty or at least `remainder`.
 * Ties go by id. The result does not depend on the order of `groups`. Throws on a malformed tree.
 */
export function prune(
  groups: readonly PrunableGroup[],
  policy: Policy,
): ReadonlyMap<string, WithheldReason> {
  const tree = buildGroupTree(groups);
  const hidden = new Map<string, WithheldReason>();
  for (const group of tree.coarsestFirst) {
    if (group.withheld !== null) hidden.set(group.id, group.withheld);
    else if (group.n < policy.k) hidden.set(group.id, { code: "few-respondents" });
  }
  for (let settled = false; !settled;) {
    settled = true;
    for (const parent of tree.coarsestFirst) {
      for (let next; (next = nextToHide(parent, tree, hidden, policy)) !== null;) {
        hidden.set(next.id, next.reason);
        settled = false;
      }
    }
  }
  for (const categories of tree.demographics) hideCategories(categories, hidden, policy);
  return hidden;
}

function hideCategories(
  categories: readonly PrunableGroup[],
  hidden: Map<string, WithheldReason>,
  policy: Policy,
): void {
  const parentHidden = hidden.has(categories[0]?.parent ?? "");
  for (const group of categories) {
    if (group.withheld !== null) hidden.set(group.id, group.withheld);
    else if (group.n < policy.k) hidden.set(group.id, { code: "few-respondents" });
    else if (parentHidden) hidden.set(group.id, { code: "protects-smaller" });
  }
  for (;;) {
    const shown = categories.filter(({ id }) => !hidden.has(id));
    const left = total(categories) - total(shown);
    const [smallest] = shown;
    if (smallest === undefined || left === 0 || left >= policy.remainder) return;
    hidden.set(smallest.id, { code: "protects-smaller" });
  }
}

type ToHide = { readonly id: string; readonly reason: WithheldReason };

function nextToHide(
  parent: PrunableGroup,
  tree: GroupTree,
  hidden: ReadonlyMap<string, WithheldReason>,
  policy: Policy,
): ToHide | null {
  const tooSmall = (n: number): boolean => n > 0 && n < policy.remainder;
  const parentShown = !hidden.has(parent.id);
  const children = tree.childrenOf(parent.id);
  const shown = children.filter((child) => !hidden.has(child.id));

  const close = parentShown ? shown.find((child) => tooSmall(parent.n - child.n)) : undefined;
  if (close !== undefined) {
    return { id: close.id, reason: { code: "close-to-parent", parentLevel: parent.level } };
  }
  const hiddenTotal = total(children) - total(shown);
  const [smallestChild] = shown;
  if (smallestChild !== undefined && tooSmall(hiddenTotal)) {
    return { id: smallestChild.id, reason: { code: "protects-smaller" } };
  }
  if (!parentShown) return null;
  const inside = largestShownInside(parent, tree, hidden);
  const [smallest] = inside;
  if (smallest !== undefined && tooSmall(parent.n - total(inside))) {
    return { id: smallest.id, reason: { code: "protects-smaller" } };
  }
  return null;
}

/** Shown groups inside `group` with no shown group between, smallest first. */
function largestShownInside(
  group: PrunableGroup,
  tree: GroupTree,
  hidden: ReadonlyMap<string, WithheldReason>,
): readonly PrunableGroup[] {
  const found = tree
    .childrenOf(group.id)
    .flatMap((child) => (hidden.has(child.id) ? largestShownInside(child, tree, hidden) : [child]));
  return found.sort(tree.bySize);
}

function total(groups: readonly PrunableGroup[]): number {
  return groups.reduce((sum, group) => sum + group.n, 0);
}
