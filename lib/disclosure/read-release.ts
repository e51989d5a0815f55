import { ReleasedBand } from "@/lib/disclosure/band";
import type { Policy } from "@/lib/disclosure/policy";
import type { Release, ReleasedGroup } from "@/lib/disclosure/release-schema";
import { Withheld } from "@/lib/disclosure/withheld";

/**
 * What a page may say about one item of one group: the band of favourable answers, or why there is none.
 * Null if the release does not have the item. Takes a group and policy that `parseRelease` accepted; throws
 * if they did not come from there.
 */
export function bandOf(
  group: ReleasedGroup,
  itemId: string,
  policy: Policy,
): ReleasedBand | Withheld | null {
  const withheld = withheldOf(group, policy);
  if (withheld !== null) return withheld;
  const cell = group.cells[itemId];
  return cell === undefined ? null : ReleasedBand.fromCell({ ...cell, n: group.n }, policy);
}

/** Why the group is hidden, or null if it is shown. */
export function withheldOf(group: ReleasedGroup, policy: Policy): Withheld | null {
  if (group.withheld === null) return null;
  const withheld = Withheld.fromText(group.withheld, policy);
  if (withheld === null) throw new Error("a release gives a reason that the compiler never writes");
  return withheld;
}

/**
 * The smallest shown group that holds this one: itself if shown, else what a page offers in the place of a
 * hidden class (its grade, its school). Null if everything above is hidden too, or there is no such group.
 */
export function nearestShown(release: Release, groupId: string): ReleasedGroup | null {
  const byId = new Map(release.groups.map((group) => [group.id, group]));
  let group = byId.get(groupId);
  while (group !== undefined && group.withheld !== null) {
    group = group.parent === null ? undefined : byId.get(group.parent);
  }
  return group ?? null;
}
