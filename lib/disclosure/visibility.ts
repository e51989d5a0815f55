import { crossingToHide } from "@/lib/disclosure/crossing";
import type { Plan } from "@/lib/disclosure/plan";
import { prune } from "@/lib/disclosure/prune";
import type { Respondents } from "@/lib/disclosure/respondents";
import { allowedAt, type Rung } from "@/lib/disclosure/rungs";
import type { Tallies } from "@/lib/disclosure/tally";
import type { WithheldReason } from "@/lib/disclosure/withheld";

/**
 * Which groups are hidden, and why: from the plan, respondent counts and rosters alone. Pruning and the rule
 * for crossing groups feed each other until neither hides more.
 */
export function decideVisibility(
  plan: Plan,
  tallies: Tallies,
  respondents: Respondents,
  rung: Rung,
): ReadonlyMap<string, WithheldReason> {
  const fixed = new Map<string, WithheldReason>();
  for (const group of plan.groups) {
    const n = tallies.get(group.id)?.n ?? 0;
    if (!allowedAt(rung, group, plan)) fixed.set(group.id, { code: "degraded" });
    // A class that was too small to plan for stays hidden, even if students joined since; its own students
    // cast their ballots for the group it rolls up into.
    else if (group.rollsUpTo !== null && (n >= plan.policy.k || n === 0)) {
      fixed.set(group.id, { code: "few-on-roster" });
    }
  }
  for (;;) {
    const hidden = prune(
      plan.groups.map(({ id, level, margin, parent }) => ({
        id,
        level,
        margin,
        parent,
        n: tallies.get(id)?.n ?? 0,
        withheld: fixed.get(id) ?? null,
      })),
      plan.policy,
    );
    const next = crossingToHide(plan, respondents, new Set(hidden.keys()), plan.policy);
    if (next.length === 0) return hidden;
    for (const id of next) fixed.set(id, { code: "crosses-closely" });
  }
}
