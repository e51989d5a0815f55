import type { AbsenceTotals } from "@/lib/data/class-weeks";

/** How a class's absence moves; rates are shares of student-days, 0 to 1, null without student-days. */
export interface AbsenceTrend {
  readonly recentRate: number | null;
  readonly beforeRate: number | null;
  /** By the rising-absence rule, which knows the school and the season; never by the two rates alone. */
  readonly verdict: "act" | "watch" | "usual" | "cannot-say";
}

function rate(absent: number, days: number): number | null {
  return days === 0 ? null : absent / days;
}

/** `tier` is that of the latest look; undefined when there was none yet. */
export function absenceTrend(totals: AbsenceTotals, tier: string | null | undefined): AbsenceTrend {
  const verdict =
    tier === "act" || tier === "watch" ? tier : tier === "none" ? "usual" : "cannot-say";
  return {
    recentRate: rate(totals.recentAbsent, totals.recentDays),
    beforeRate: rate(totals.beforeAbsent, totals.beforeDays),
    verdict,
  };
}
