import { canonicalJson } from "@/lib/canonical-json";
import type { ReleaseItem } from "@/lib/disclosure/items";
import type { Policy } from "@/lib/disclosure/policy";
import { sha256Hex } from "@/lib/sha256";

/** The margin of the hierarchy: district, schools, grades, classes. Any other margin is a demographic. */
export const NESTED = "class";

export type PlannedGroup = {
  /** "class:7A", "grade:S1/7", "school:S1", "school:S1&gender=F", "district:D". */
  readonly id: string;
  /** The column that divides its parent: "class", "grade", …; of a demographic group "school/gender". */
  readonly level: string;
  /** Which ballots the group is counted from: `NESTED`, or the demographic, whose ballots are apart. */
  readonly margin: string;
  /** Every column that defines the group. */
  readonly by: Readonly<Record<string, string>>;
  readonly parent: string | null;
  readonly rosterSize: number;
  /** Null if the roster reaches k. Otherwise the smallest larger group that does, or "" if none does. */
  readonly rollsUpTo: string | null;
  /** Of a group "all other": the categories that are too small to stand alone. */
  readonly merged?: readonly string[];
};

/** So many students, counted in the same groups. */
export type Stratum = {
  /** The smallest group of the hierarchy and every demographic group; what lies above them is implied. */
  readonly groups: readonly string[];
  readonly size: number;
};

/** Frozen and hashed before the wave opens: from the roster alone, before there is any answer. */
export type Plan = {
  readonly format: "hearth-plan/2";
  readonly policy: Policy;
  readonly items: readonly ReleaseItem[];
  /** The hierarchy's columns, coarsest first. */
  readonly levels: readonly string[];
  /** The level at which a release is audited piece by piece: demographics cross classes within it only. */
  readonly unit: string;
  readonly groups: readonly PlannedGroup[];
  /** The roster by class and demographics, as far as an attacker knows it. Empty without demographics. */
  readonly strata: readonly Stratum[];
};

/** SHA-256 of the plan's canonical JSON, hexadecimal. */
export function planHash(plan: Plan): string {
  return sha256Hex(canonicalJson(plan));
}

/**
 * The group whose ballots a student of this group casts: itself, or what it rolls up into. Nothing is
 * collected that could not be published. Throws if the group is not planned.
 */
export function ballotGroup(plan: Plan, id: string): string {
  const byId = new Map(plan.groups.map((group) => [group.id, group]));
  const group = byId.get(id);
  if (group === undefined) throw new Error(`group ${id} is not in the plan`);
  if (group.rollsUpTo === null) return id;
  if (group.rollsUpTo !== "") return group.rollsUpTo;
  // Nothing above reaches k either: the largest there is, which will be withheld.
  let top = group;
  for (let up = group.parent; up !== null;) {
    const above = byId.get(up);
    if (above === undefined) break;
    top = above;
    up = above.parent;
  }
  return top.id;
}
