import { checkNetwork } from "@/lib/verification/check-network";
import { checkParticipation } from "@/lib/verification/check-participation";
import { checkReliability } from "@/lib/verification/check-reliability";
import { checkRung, LOWER_RUNG } from "@/lib/verification/check-rung";
import { checkRemainders } from "@/lib/verification/check-remainders";
import { type Finding, findingOf } from "@/lib/verification/finding";
import { Hierarchy } from "@/lib/verification/hierarchy";
import {
  type FileGroup,
  HIERARCHY,
  isShown,
  marginOf,
  type ReleaseFile,
} from "@/lib/verification/release-file";

const PROTECTS = "hidden so that a smaller group beside it cannot be worked out";
/**
 * What is shown and hidden follows the rules of the file's own policy: nothing below k, nothing that
 * subtraction leaves below the remainder, a reason for everything hidden and no figure with it.
 */
export function checkVisibility(release: ReleaseFile): Finding | null {
  const hierarchy = new Hierarchy(release.groups);
  const items = release.items.map(({ id }) => id);
  for (const group of release.groups) {
    const finding =
      (isShown(group)
        ? checkShown(group, items, release.policy.k)
        : checkHidden(group, hierarchy, release.policy)) ??
      checkParticipation(group, release.policy.participationBlock);
    if (finding !== null) return finding;
  }
  return (
    checkRemainders(hierarchy, release.policy.remainder) ??
    checkRung(release) ??
    checkReliability(release) ??
    checkNetwork(release)
  );
}

function checkShown(group: FileGroup, items: readonly string[], k: number): Finding | null {
  const problem = (message: string, item: string | null = null) =>
    findingOf("visibility", `${group.id} ${message}`, group.id, item);
  if (group.n < k) return problem(`is shown with ${group.n} respondents, fewer than ${k}`);
  for (const item of items) {
    if (!Object.hasOwn(group.cells, item)) return problem(`is shown without ${item}`, item);
  }
  const foreign = Object.keys(group.cells).find((item) => !items.includes(item));
  return foreign === undefined ? null : problem(`publishes ${foreign}, which is no item`, foreign);
}

function checkHidden(
  group: FileGroup,
  hierarchy: Hierarchy,
  { k, remainder }: ReleaseFile["policy"],
): Finding | null {
  const parent = hierarchy.parentOf(group);
  const problem = (message: string) => findingOf("visibility", `${group.id} ${message}`, group.id);
  if (Object.keys(group.cells).length > 0) return problem("is withheld and has figures");
  const tooFew = `fewer than ${k} respondents`;
  const tooFewPlanned = `fewer than ${k} students on the roster: counted in the next larger group`;
  const tooClose = `too close to the whole ${parent?.level ?? ""}: the rest could be worked out`;
  switch (group.withheld) {
    case tooFew:
      return group.n < k ? null : problem(`is withheld as too small with ${group.n} respondents`);
    case tooClose: {
      const more = (parent?.n ?? 0) - group.n;
      // Lost ballots can make a demographic group as large as its parent, or larger.
      return parent !== null && more < remainder
        ? null
        : problem("is withheld as too close to its parent and is not");
    }
    case tooFewPlanned:
      return group.participation.seats < k
        ? null
        : problem(`is withheld for its roster of ${group.participation.seats}`);
    case PROTECTS:
      return protectsAnother(group, hierarchy)
        ? null
        : problem("is withheld for a smaller group, and there is none");
    case "nearly the same students as other groups: those who differ could be worked out":
      return marginOf(group) === HIERARCHY
        ? problem("is withheld as nearly another group, which is for demographics")
        : null;
    case LOWER_RUNG:
      return null;
    default:
      return problem(`is withheld for a reason that is not documented: ${group.withheld ?? ""}`);
  }
}

/**
 * Whether there is something that a group hidden for another's sake protects: in the next larger shown group, one
 * that is hidden for a reason of its own. Attack: a class whose answers somebody does not like, hidden "for the
 * sake of" nobody.
 */
function protectsAnother(group: FileGroup, hierarchy: Hierarchy): boolean {
  const around = hierarchy.around(group);
  const [parent] = around;
  if (parent === undefined) return false;
  const within = around.find(isShown) ?? around.at(-1) ?? parent;
  if (marginOf(group) !== HIERARCHY && !isShown(parent)) return true;
  const beside =
    marginOf(group) === HIERARCHY
      ? hierarchy.within(within).slice(1)
      : hierarchy.childrenOf(parent, marginOf(group));
  return beside.some(
    ({ id, withheld }) => id !== group.id && withheld !== null && withheld !== PROTECTS,
  );
}
