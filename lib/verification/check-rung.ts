import { type Finding, findingOf } from "@/lib/verification/finding";
import {
  type FileGroup,
  HIERARCHY,
  isShown,
  marginOf,
  type ReleaseFile,
} from "@/lib/verification/release-file";

/** Why a group is withheld that the audit let nobody publish. */
export const LOWER_RUNG = "not published: the audit of this release allowed larger groups only";

/** Pairs of students whose pooled answers an audit tries, for each question of each school. */
const COALITIONS = 200;

/**
 * What the audit withheld is what its rung says: whole levels, never single groups. Attack: a file that hides
 * one class "because of the audit" hides it for its answers.
 */
export function checkRung({ audit, groups, items }: ReleaseFile): Finding | null {
  const lower = groups.filter(({ withheld }) => withheld === LOWER_RUNG);
  const problem = (message: string, group: string | null = null) =>
    findingOf("visibility", message, group);
  if (audit.status !== "passed") {
    const [one] = lower;
    return one === undefined ? null : problem(`${one.id} is withheld for an audit`, one.id);
  }
  if (
    items.length > 0 &&
    groups.some(isShown) &&
    (audit.coalitions < COALITIONS || audit.patterns < 1)
  )
    return problem("the audit tried fewer coalitions, or spreads of silence, than it must");
  const mustHide = hiddenAt(audit.rung, groups);
  const odd = groups.find(
    (group) => mustHide.has(blockOf(group)) !== (group.withheld === LOWER_RUNG),
  );
  if (odd !== undefined)
    return problem(`${odd.id} does not follow from the rung ${audit.rung}`, odd.id);
  if (audit.lost > lower.length)
    return problem(`the audit lost ${audit.lost} groups and ${lower.length} are withheld for it`);
  return null;
}

function blockOf(group: FileGroup): string {
  return JSON.stringify([group.level, marginOf(group)]);
}

/** The levels that a rung hides. The unit, the level that demographics divide first, is read from the file. */
function hiddenAt(
  rung: Extract<ReleaseFile["audit"], { status: "passed" }>["rung"],
  groups: readonly FileGroup[],
): ReadonlySet<string> {
  const nested = groups.filter((group) => marginOf(group) === HIERARCHY);
  const levels = [...new Set(nested.map(({ level }) => level))];
  const unit = levels.at(Math.max(0, levels.length - 3)) ?? "";
  const finest = levels.at(-1) ?? "";
  const isHidden = (group: FileGroup): boolean => {
    const demographic = marginOf(group) !== HIERARCHY;
    switch (rung) {
      case "full":
        return false;
      case "no-lower-demographics":
        return demographic && group.level !== `${unit}/${marginOf(group)}`;
      case "no-demographics":
        return demographic;
      case "no-classes":
        return demographic || (group.level === finest && finest !== unit);
      case "units-only":
        return group.level !== unit;
      case "nothing":
        return true;
    }
  };
  return new Set(groups.filter(isHidden).map(blockOf));
}
