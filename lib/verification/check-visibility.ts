import { checkParticipation } from "@/lib/verification/check-participation";
import { checkRemainders } from "@/lib/verification/check-remainders";
import { type Finding, findingOf } from "@/lib/verification/finding";
import { Hierarchy } from "@/lib/verification/hierarchy";
import { type FileGroup, isShown, type ReleaseFile } from "@/lib/verification/release-file";

const LOWER_RUNG = "not published: the audit of this release allowed larger groups only";

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
        : checkHidden(group, hierarchy.parentOf(group), release.policy)) ??
      checkParticipation(group, release.policy.participationBlock);
    if (finding !== null) return finding;
  }
  return checkRemainders(hierarchy, release.policy.remainder) ?? checkRung(release);
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
  parent: FileGroup | null,
  { k, remainder }: ReleaseFile["policy"],
): Finding | null {
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
    case "hidden so that a smaller group beside it cannot be worked out":
    case "nearly the same students as other groups: those who differ could be worked out":
    case LOWER_RUNG:
      return null;
    default:
      return problem(`is withheld for a reason that is not documented: ${group.withheld ?? ""}`);
  }
}

/** A release that its audit let pass as a whole has nothing withheld for the audit's sake. */
function checkRung({ audit, groups }: ReleaseFile): Finding | null {
  if (audit.status !== "passed" || audit.rung !== "full") return null;
  const lost = groups.find(({ withheld }) => withheld === LOWER_RUNG);
  if (lost === undefined && audit.lost === 0) return null;
  const message = "the audit passed in full, and groups are withheld because it did not";
  return findingOf("visibility", message, lost?.id ?? null);
}
