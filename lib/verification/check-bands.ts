import { type Finding, findingOf } from "@/lib/verification/finding";
import { bandsJoined } from "@/lib/verification/policy-bands";
import {
  type FileBand,
  type FileCell,
  type FileGroup,
  HIERARCHY,
  isShown,
  marginOf,
  type ReleaseFile,
} from "@/lib/verification/release-file";

/**
 * Every figure is one of the policy's bands for its group, or several neighbouring ones joined: a band drawn
 * otherwise could end wherever its maker wanted, at the true count too. Groups of the finest level are
 * published first and have single bands.
 */
export function checkBands(release: ReleaseFile): Finding | null {
  const shown = release.groups.filter(isShown);
  const divided = dividedLevels(release.groups);
  for (const group of shown) {
    const finest = marginOf(group) === HIERARCHY && !divided.has(group.level);
    for (const { id: item } of release.items) {
      const cell = Object.hasOwn(group.cells, item) ? group.cells[item] : undefined;
      const message =
        cell === undefined ? "has no figure" : wrong(cell, group, finest, release.policy);
      if (message !== null)
        return findingOf("bands", `${group.id}, ${item}: ${message}`, group.id, item);
    }
  }
  return null;
}

/** Levels of the hierarchy with a group that others lie in. */
function dividedLevels(groups: readonly FileGroup[]): ReadonlySet<string> {
  const parents = new Set(
    groups.filter((group) => marginOf(group) === HIERARCHY).map(({ parent }) => parent),
  );
  return new Set(groups.filter(({ id }) => parents.has(id)).map(({ level }) => level));
}

function wrong(
  cell: FileCell,
  group: FileGroup,
  finest: boolean,
  policy: ReleaseFile["policy"],
): string | null {
  const text = ({ lo, hi }: FileBand) => `${lo} to ${hi} of ${group.n}`;
  const joined = bandsJoined(cell, group.n, policy);
  if (joined === 0) return `${text(cell)} is no band of the policy, nor several joined`;
  if (finest && joined > 1)
    return `${text(cell)} joins ${joined} bands, and groups of the finest level have single ones`;
  if (cell.buckets === undefined) return null;
  if (group.n < policy.threeBucketsFrom)
    return `three answers are shown for ${group.n} respondents, fewer than ${policy.threeBucketsFrom}`;
  const { favourable, unfavourable, neutral } = cell.buckets;
  if (favourable.lo !== cell.lo || favourable.hi !== cell.hi)
    return `favourable is ${text(cell)} and, among the three answers, ${text(favourable)}`;
  const off = [unfavourable, neutral].find((band) => bandsJoined(band, group.n, policy) === 0);
  return off === undefined ? null : `${text(off)} is no band of the policy, nor several joined`;
}
