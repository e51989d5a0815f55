import { type Finding, findingOf } from "@/lib/verification/finding";
import { bandsJoined } from "@/lib/verification/policy-bands";
import {
  type FileBand,
  type FileNetwork,
  type FilePolicy,
  isShown,
  type ReleaseFile,
} from "@/lib/verification/release-file";

/** What docs/release-format.md asks of a class before anything is said of who could ask whom. */
const FEWEST = 15;
const PERCENT = 80;

/**
 * The network stands for shown classes, in the order of the groups, each once, of a roster that leaves room for some who
 * did not take part; with bands of the policy, one each, that can add up to the respondents. A class without figures
 * has one of the two reasons.
 */
export function checkNetwork({ groups, policy, network = [] }: ReleaseFile): Finding | null {
  const places = new Map(groups.map((group, at) => [group.id, at]));
  let last = -1;
  for (const entry of network) {
    const at = places.get(entry.group) ?? -1;
    const group = groups[at];
    const problem = (message: string) =>
      findingOf("visibility", `network of ${entry.group} ${message}`, entry.group);
    if (group === undefined) return problem("is of a group that is not in the file");
    if (at <= last) return problem("stands twice or out of order");
    last = at;
    if (group.level !== "class") return problem("is not of a class");
    if (!isShown(group)) return problem("is shown and the class is hidden");
    const { seats } = group.participation;
    if (seats < Math.max(FEWEST, policy.k) + policy.tail)
      return problem(`is of ${String(seats)} students, which is too few to ask`);
    const message = problemOf(entry, seats, policy);
    if (message !== null) return problem(message);
  }
  return null;
}

function problemOf(entry: FileNetwork, seats: number, policy: FilePolicy): string | null {
  const needed = Math.max(FEWEST, policy.k, Math.ceil((seats * PERCENT) / 100));
  if (entry.withheld !== null) {
    const few = `fewer than ${String(needed)} of ${String(seats)} students took part`;
    const known = [few, "the figures together would tell who named whom"];
    return known.includes(entry.withheld) ? null : "is withheld for a reason not documented";
  }
  if (entry.seats !== seats)
    return `counts ${String(entry.seats)} seats, its class ${String(seats)}`;
  const bins = Object.values(entry.inDegree);
  const bands: readonly FileBand[] = [entry.respondents, ...bins];
  if (bands.some((band) => bandsJoined(band, seats, policy) !== 1))
    return "has a band that is none of the policy's";
  const { lo, hi } = entry.respondents;
  if (hi < needed) return `rests on ${String(hi)} respondents at most`;
  const least = bins.reduce((sum, bin) => sum + bin.lo, 0);
  const most = bins.reduce((sum, bin) => sum + bin.hi, 0);
  return least > hi || most < lo ? "has bins that cannot add up to its respondents" : null;
}
