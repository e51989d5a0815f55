import { type Finding, findingOf } from "@/lib/verification/finding";
import type { FilePolicy } from "@/lib/verification/release-file";

/** No release may be made under weaker rules (reference/disclosure-control.md, "Policy"). */
const FLOOR: Readonly<Omit<FilePolicy, "version">> = {
  k: 10,
  tail: 3,
  width: 4,
  narrowWidth: 3,
  remainder: 10,
  threeBucketsFrom: 30,
  participationBlock: 5,
  reliabilityFrom: 100,
};

/** The policy is at or above the floor, and its parts fit each other. */
export function checkPolicy(policy: FilePolicy): Finding | null {
  for (const name of Object.keys(FLOOR) as (keyof typeof FLOOR)[]) {
    if (policy[name] < FLOOR[name])
      return findingOf("policy", `${name} is ${policy[name]}, below the floor of ${FLOOR[name]}`);
  }
  if (policy.remainder < policy.k)
    return findingOf(
      "policy",
      `remainder is ${policy.remainder}: a group of ${policy.remainder} worked out by subtraction would be smaller than k, ${policy.k}`,
    );
  // In the smallest group the counts between the tails are one band: a single value there would be exact.
  const between = policy.k - 2 * policy.tail - 1;
  if (between < policy.narrowWidth)
    return findingOf(
      "policy",
      `tails of ${policy.tail} leave ${between} counts between them in a group of ${policy.k}, fewer than ${policy.narrowWidth}`,
    );
  return null;
}
