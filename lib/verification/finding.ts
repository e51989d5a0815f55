/** What a release is checked for, in this order. */
export type CheckName =
  "shape" | "hash" | "policy" | "structure" | "visibility" | "bands" | "joint-attack";

/** The first thing that is wrong with a release. */
export type Finding = {
  readonly check: CheckName;
  /** Id of the question, where one is at fault. */
  readonly item: string | null;
  /** Id of the group, where one is at fault. */
  readonly group: string | null;
  /** One sentence for a person. */
  readonly message: string;
};

/** A finding of one check, for the checks that look at groups only. */
export function findingOf(
  check: CheckName,
  message: string,
  group: string | null = null,
  item: string | null = null,
): Finding {
  return { check, item, group, message };
}
