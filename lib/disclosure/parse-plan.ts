import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import { type Plan, type PlannedGroup } from "@/lib/disclosure/plan";
import { validatePolicy } from "@/lib/disclosure/policy";
import { firstPlanSchema, planSchema } from "@/lib/disclosure/release-schema";
import { sha256Hex } from "@/lib/sha256";

export type PlanFileRefusal = {
  readonly ok: false;
  readonly code: "plan-wrong-shape" | "plan-hash-mismatch" | "plan-policy-refused";
  readonly message: string;
};

/**
 * Reads a stored plan before it is used to seal, and checks it against the hash recorded when it was frozen:
 * a plan edited while the wave was open (attack 10: a lower k through the database) is refused.
 *
 * A plan of the first format (before demographics) is read as what it means now, under the hash it had.
 */
export function parsePlan(
  stored: unknown,
  frozenHash: string,
): { readonly ok: true; readonly plan: Plan; readonly hash: string } | PlanFileRefusal {
  const plan = readPlan(stored);
  if (plan === null) {
    return { ok: false, code: "plan-wrong-shape", message: "the stored plan is not a hearth-plan" };
  }
  const checked = validatePolicy(plan.policy);
  if (!checked.ok) return { ok: false, code: "plan-policy-refused", message: checked.message };
  if (!hashFits(stored, frozenHash)) {
    return {
      ok: false,
      code: "plan-hash-mismatch",
      message: "the plan was changed after it was frozen",
    };
  }
  return { ok: true, plan, hash: frozenHash };
}

function readPlan(stored: unknown): Plan | null {
  const current = planSchema.safeParse(stored);
  if (current.success) return current.data;
  const first = firstPlanSchema.safeParse(stored);
  if (!first.success) return null;
  const groups: readonly PlannedGroup[] = first.data.groups;
  const has = (level: string) => groups.some((group) => group.level === level);
  return {
    ...first.data,
    format: "hearth-plan/2",
    levels: ["district", "school", "grade", "class"].filter(has),
    unit: "school",
    groups,
    strata: [],
  };
}

/** Of what was stored, not of what was read from it. */
function hashFits(stored: unknown, frozenHash: string): boolean {
  try {
    return sha256Hex(canonicalJson(stored as JsonValue)) === frozenHash;
  } catch {
    return false;
  }
}
