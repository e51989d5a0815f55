import { chainUp } from "@/lib/disclosure/chain-up";
import { NESTED, type Plan, type Stratum } from "@/lib/disclosure/plan";
import type { Tallies } from "@/lib/disclosure/tally";

/**
 * Respondents as an attacker tells them apart: so many who are counted in exactly these groups. The sizes of
 * the strata of a group add up to its n.
 */
export type Respondents = readonly Stratum[];

/**
 * The respondents of a hierarchy without demographics: in each group those who are in none below it. Known
 * exactly, because the n of every group is.
 */
export function nestedRespondents(plan: Plan, tallies: Tallies): Respondents {
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const left = new Map<string, number>();
  for (const { id, margin, parent } of plan.groups) {
    if (margin !== NESTED) continue;
    const n = tallies.get(id)?.n ?? 0;
    left.set(id, (left.get(id) ?? 0) + n);
    if (parent !== null) left.set(parent, (left.get(parent) ?? 0) - n);
  }
  return [...left].flatMap(([id, size]) =>
    size === 0 ? [] : [{ groups: chainUp(id, parents), size }],
  );
}

/** Throws unless the strata of every group add up to its n: an audit of other numbers proves nothing. */
export function requireConsistent(respondents: Respondents, plan: Plan, tallies: Tallies): void {
  const sums = new Map<string, number>();
  for (const { groups, size } of respondents) {
    for (const id of groups) sums.set(id, (sums.get(id) ?? 0) + size);
  }
  for (const { id } of plan.groups) {
    const tally = tallies.get(id);
    if (tally === undefined) throw new Error(`group ${id} was planned but not tallied`);
    if ((sums.get(id) ?? 0) !== tally.n) {
      throw new Error(`the respondents of ${id} are not those of its tally`);
    }
  }
}
