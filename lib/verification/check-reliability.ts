import { type Finding, findingOf } from "@/lib/verification/finding";
import {
  type FileGroup,
  HIERARCHY,
  isShown,
  marginOf,
  type ReleaseFile,
} from "@/lib/verification/release-file";

/** What docs/release-format.md calls a whole school or larger. */
const LARGE = ["school", "district"];

/**
 * Reliability stands for shown schools and districts with enough respondents, in the order of the groups, each once; and
 * for none that leaves a few respondents beside its parts: theirs could be told from the two.
 */
export function checkReliability({
  groups,
  policy,
  reliability = [],
}: ReleaseFile): Finding | null {
  const places = new Map(groups.map((group, at) => [group.id, at]));
  const listed = new Map<string, FileGroup>();
  let last = -1;
  for (const { group: id } of reliability) {
    const at = places.get(id) ?? -1;
    const group = groups[at];
    const problem = (message: string) => findingOf("visibility", message, id);
    if (group === undefined) return problem(`reliability names ${id}, which is not in the file`);
    if (at <= last) return problem(`reliability of ${id} stands twice or out of order`);
    last = at;
    if (!LARGE.includes(group.level) || marginOf(group) !== HIERARCHY)
      return problem(`reliability of ${id} is of less than a whole school`);
    if (!isShown(group)) return problem(`${id} is hidden and its reliability is not`);
    if (group.n < policy.reliabilityFrom)
      return problem(`reliability of ${id} rests on ${group.n} respondents`);
    listed.set(id, group);
  }
  for (const [id, { n }] of listed) {
    const parts = [...listed.values()].filter(({ parent }) => parent === id);
    const rest = parts.reduce((left, part) => left - part.n, n);
    if (parts.length > 0 && rest !== 0 && rest < policy.reliabilityFrom)
      return findingOf(
        "visibility",
        `reliability of ${id} and of its parts leaves that of ${rest} respondents`,
        id,
      );
  }
  return null;
}
