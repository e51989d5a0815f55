import { type Finding, findingOf } from "@/lib/verification/finding";
import { categoriesOf, type FileGroup, HIERARCHY, marginOf } from "@/lib/verification/release-file";

const ALL_OTHER = "all other";

/** The names of one group agree with each other and with those of its parent. */
export function checkLabels(
  group: FileGroup,
  parent: FileGroup | null,
  groups: readonly FileGroup[],
): Finding | null {
  const problem = (message: string) => findingOf("structure", `${group.id} ${message}`, group.id);
  for (const [column, value] of Object.entries(parent?.by ?? {})) {
    if (group.by[column] !== value)
      return problem(`lies in ${parent?.id ?? ""} but its ${column} is not ${value}`);
  }
  if (marginOf(group) !== HIERARCHY && parent !== null)
    return checkDemographic(group, parent, groups);
  if (group.merged !== undefined) return problem("merges categories and has none");
  return Object.hasOwn(group.by, group.level)
    ? null
    : problem(`does not say which ${group.level} it is`);
}

function checkDemographic(
  group: FileGroup,
  parent: FileGroup,
  groups: readonly FileGroup[],
): Finding | null {
  const problem = (message: string) => findingOf("structure", `${group.id} ${message}`, group.id);
  const margin = marginOf(group);
  const category = group.by[margin];
  const columns = Object.keys(group.by).length - Object.keys(parent.by).length;
  if (category === undefined || columns !== 1 || Object.hasOwn(parent.by, margin))
    return problem(`is not one category of ${margin} in ${parent.id}`);
  if (group.level !== `${parent.level}/${margin}`)
    return problem(`has the level ${group.level}, not ${parent.level}/${margin}`);
  if (decoded(group.id, `${parent.id}&${margin}=`) !== category)
    return problem(`does not name its parent, ${margin} and ${category}`);
  if (group.merged !== undefined && category !== ALL_OTHER)
    return problem("merges categories and is not called all other");
  // One student in two groups of one margin would have cast two ballots.
  for (const other of groups) {
    if (other.parent !== group.parent || marginOf(other) !== margin || other.id >= group.id)
      continue;
    const twice = categoriesOf(group).find((each) => categoriesOf(other).includes(each));
    if (twice !== undefined) return problem(`counts ${twice}, which ${other.id} counts too`);
  }
  const named = new Set(categoriesOf(group));
  return named.size === categoriesOf(group).length ? null : problem("merges a category twice");
}

/** What stands behind a prefix, percent-decoded; null if something else stands there. */
function decoded(id: string, prefix: string): string | null {
  if (!id.startsWith(prefix)) return null;
  try {
    return decodeURIComponent(id.slice(prefix.length));
  } catch {
    return null;
  }
}
