import { planHash, type Plan } from "@/lib/disclosure/plan";
import { validatePolicy } from "@/lib/disclosure/policy";
import { planSchema } from "@/lib/disclosure/release-schema";

export type PlanFileRefusal = {
  readonly ok: false;
  readonly code: "plan-wrong-shape" | "plan-hash-mismatch" | "plan-policy-refused";
  readonly message: string;
};

/**
 * Reads a stored plan before it is used to seal, and checks it against the hash recorded when it was frozen:
 * a plan edited while the wave was open (attack 10: a lower k through the database) is refused.
 */
export function parsePlan(
  stored: unknown,
  frozenHash: string,
): { readonly ok: true; readonly plan: Plan } | PlanFileRefusal {
  const shaped = planSchema.safeParse(stored);
  if (!shaped.success) {
    return {
      ok: false,
      code: "plan-wrong-shape",
      message: "the stored plan is not a hearth-plan/1",
    };
  }
  const checked = validatePolicy(shaped.data.policy);
  if (!checked.ok) return { ok: false, code: "plan-policy-refused", message: checked.message };
  if (!hashFits(shaped.data, frozenHash)) {
    return {
      ok: false,
      code: "plan-hash-mismatch",
      message: "the plan was changed after it was frozen",
    };
  }
  return { ok: true, plan: shaped.data };
}

function hashFits(plan: Plan, frozenHash: string): boolean {
  try {
    return planHash(plan) === frozenHash;
  } catch {
    return false;
  }
}
