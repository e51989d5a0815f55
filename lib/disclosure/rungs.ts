import { NESTED, type Plan, type PlannedGroup } from "@/lib/disclosure/plan";

/**
 * How much of a release is published. When the audit fails, the whole release goes one rung down: hiding only
 * the cell that failed would tell where it failed (reference/disclosure-control.md, "Compiler", 7).
 */
export const RUNGS = [
  "full",
  "no-lower-demographics",
  "no-demographics",
  "no-classes",
  "units-only",
  "nothing",
] as const;
export type Rung = (typeof RUNGS)[number];

/** Whether a group may be published at a rung. */
export function allowedAt(rung: Rung, group: PlannedGroup, plan: Plan): boolean {
  const { level, margin } = group;
  switch (rung) {
    case "full":
      return true;
    case "no-lower-demographics":
      return margin === NESTED || level === `${plan.unit}/${margin}`;
    case "no-demographics":
      return margin === NESTED;
    case "no-classes":
      return margin === NESTED && (level !== plan.levels.at(-1) || level === plan.unit);
    case "units-only":
      return level === plan.unit;
    case "nothing":
      return false;
  }
}

/** The rungs that differ for this plan, from the top; "nothing" is always the last. */
export function rungsOf(plan: Plan): readonly Rung[] {
  const allowed = (rung: Rung) =>
    plan.groups.filter((group) => allowedAt(rung, group, plan)).length;
  return RUNGS.filter((rung, index) => {
    const above = RUNGS[index - 1];
    return above === undefined || allowed(rung) < allowed(above);
  });
}
