import { type Finding, findingOf } from "@/lib/verification/finding";
import { checkLabels } from "@/lib/verification/check-labels";
import {
  type FileGroup,
  HIERARCHY,
  marginOf,
  type ReleaseFile,
} from "@/lib/verification/release-file";

/**
 * Items and groups are what they say they are: every group lies in the one it names as its parent, and no
 * parts of a whole have more respondents than it. Groups stand in the documented order, because an order that
 * followed from answers would publish them.
 */
export function checkStructure({ items, groups }: ReleaseFile): Finding | null {
  return (
    checkItems(items) ??
    checkParents(groups) ??
    checkOrder(groups) ??
    first(groups, (group) => checkLabels(group, parentIn(groups, group), groups)) ??
    checkSums(groups)
  );
}

function checkItems(items: ReleaseFile["items"]): Finding | null {
  for (const [index, item] of items.entries()) {
    const problem = (message: string) => findingOf("structure", message, null, item.id);
    const before = items[index - 1];
    if (before !== undefined && before.id >= item.id)
      return problem(
        `item ${item.id} stands behind ${before.id}: items are sorted by id, each once`,
      );
    if (
      item.kind === "question" &&
      item.favourable.some((code) => item.unfavourable.includes(code))
    )
      return problem(`item ${item.id} counts one answer as favourable and unfavourable`);
    if (item.kind === "scale" && item.favourableFrom <= item.unfavourableTo)
      return problem(`item ${item.id} counts one mean as favourable and unfavourable`);
  }
  return null;
}

function checkParents(groups: readonly FileGroup[]): Finding | null {
  const seen = new Map<string, FileGroup>();
  for (const group of groups) {
    const problem = (message: string) => findingOf("structure", message, group.id);
    if (seen.has(group.id)) return problem(`group ${group.id} stands twice in the file`);
    const parent = group.parent === null ? null : seen.get(group.parent);
    // Parents stand before their children, so that this also rules out circles.
    if (parent === undefined) {
      const exists = groups.some(({ id }) => id === group.parent && id !== group.id);
      return problem(
        `group ${group.id} names ${group.parent ?? ""} as its parent, which ${exists ? "stands behind it" : "is not in the file"}`,
      );
    }
    if (parent === null && marginOf(group) !== HIERARCHY)
      return problem(`group ${group.id} divides nothing: a demographic group needs a parent`);
    if (parent !== null && marginOf(parent) !== HIERARCHY)
      return problem(`group ${group.id} lies in ${parent.id}, a demographic group`);
    seen.set(group.id, group);
  }
  return null;
}

/** The hierarchy level by level, each sorted by id, then demographic groups, one parent and margin at a time. */
function checkOrder(groups: readonly FileGroup[]): Finding | null {
  const closed = new Set<string>();
  for (const [index, group] of groups.entries()) {
    const before = groups[index - 1];
    if (before === undefined) continue;
    const out = findingOf("structure", `group ${group.id} stands out of order`, group.id);
    const nested = marginOf(group) === HIERARCHY;
    if (nested && marginOf(before) !== HIERARCHY) return out;
    const [own, last] = [blockOf(group), blockOf(before)];
    if (own === last && before.id >= group.id) return out;
    if (own !== last) {
      closed.add(last);
      if (closed.has(own)) return out;
    }
  }
  return null;
}

function blockOf(group: FileGroup): string {
  if (marginOf(group) === HIERARCHY) return group.level;
  return JSON.stringify([group.parent, marginOf(group)]);
}

function checkSums(groups: readonly FileGroup[]): Finding | null {
  const sums = new Map<string, number>();
  for (const { parent, n, ...group } of groups) {
    if (parent !== null && (group.margin ?? HIERARCHY) === HIERARCHY)
      sums.set(parent, (sums.get(parent) ?? 0) + n);
  }
  return first(groups, ({ id, n }) => {
    const sum = sums.get(id) ?? 0;
    if (sum <= n) return null;
    return findingOf(
      "structure",
      `the parts of ${id} have ${sum} respondents, more than its ${n}`,
      id,
    );
  });
}

function parentIn(groups: readonly FileGroup[], { parent }: FileGroup): FileGroup | null {
  return groups.find(({ id }) => id === parent) ?? null;
}

function first(
  groups: readonly FileGroup[],
  check: (group: FileGroup) => Finding | null,
): Finding | null {
  for (const group of groups) {
    const finding = check(group);
    if (finding !== null) return finding;
  }
  return null;
}
