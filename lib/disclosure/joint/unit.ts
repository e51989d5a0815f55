import type { Bucket } from "@/lib/disclosure/items";

/**
 * The part of a release that is judged together: a school with its grades, classes and demographic groups.
 * Holds sizes only, never answers.
 */
export type Unit = {
  readonly id: string;
  /** Groups that pruning shows, in the order in which their bands are joined: smallest first. */
  readonly groups: readonly UnitGroup[];
  /**
   * Respondents whom the shown groups cannot tell apart, by number: 7A's girls, 7A's boys. An attacker who
   * knows the roster knows the size of each.
   */
  readonly atoms: readonly number[];
};

export type UnitGroup = {
  readonly id: string;
  /** Respondents: the sum of its atoms. */
  readonly n: number;
  /** Indices into `Unit.atoms`. */
  readonly atoms: readonly number[];
  /** Position of its parent in `Unit.groups`, or null if that is hidden or outside the unit. */
  readonly parent: number | null;
  /** Which of its parent's divisions it belongs to: "class" for the hierarchy, else a demographic. */
  readonly margin: string;
};

/** The margin of the hierarchy: district, schools, grades, classes. Any other margin is a demographic. */
export const NESTED = "class";

/** The buckets a unit publishes, in the order in which they are published. */
export const PUBLISHED_BUCKETS = [
  "favourable",
  "unfavourable",
  "neutral",
] as const satisfies readonly Bucket[];

/** Whole counts of a group by bucket; they add up to its n. */
export type BucketCounts = Readonly<Record<Bucket, number>>;
