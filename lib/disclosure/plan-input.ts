import type { ReleaseItem } from "@/lib/disclosure/items";
import type { Policy } from "@/lib/disclosure/policy";

/** One smallest group of the hierarchy with all that it lies in, and its students. */
export type PlanLeaf = {
  /** One entry a level, coarsest first: the group's id and the value of the level's column. */
  readonly path: readonly { readonly id: string; readonly value: string }[];
  /** Students by demographic category, one category a dimension; "" where it is not recorded. */
  readonly students: readonly { readonly categories: readonly string[]; readonly size: number }[];
};

export type PlanInput = {
  /** The hierarchy's columns, coarsest first; at least one. */
  readonly levels: readonly string[];
  readonly leaves: readonly PlanLeaf[];
  /** Demographic columns; none for classes only. */
  readonly dimensions: readonly string[];
  /** Demographics by the level below the unit too (by grade), where both levels are coarser than the finest. */
  readonly lowerDemographics: boolean;
  readonly items: readonly ReleaseItem[];
  readonly policy: Policy;
};
