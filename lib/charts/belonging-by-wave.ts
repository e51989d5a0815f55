import {
  bandBarConfig,
  bandReadings,
  bandRows,
  bandSummary,
  barOf,
  PAGE_TOKENS,
  withheldLines,
} from "@/lib/charts/chart-parts";
import type { ChartParts, ChartTokens } from "@/lib/charts/chart-parts";
import type { NotComparable } from "@/lib/insight/change";
import type { ClassBelonging } from "@/lib/insight/class-belonging";

function reasonOf(missing: Exclude<ClassBelonging, { ok: true }> | NotComparable): string {
  switch (missing.code) {
    case "withheld":
      return missing.withheld.text;
    case "not-comparable":
      return missing.reason;
    case "no-items":
      return "no question of the index was asked";
  }
}

/**
 * Belonging of one group over its waves, oldest first: upright bars from lo to hi of the released bands.
 * Waves beside each other are a comparison: give one that may not be compared with the latest as `NotComparable`.
 */
export function belongingByWave(
  waves: readonly { readonly label: string; readonly belonging: ClassBelonging | NotComparable }[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  const bars = waves.map(({ label, belonging }) => {
    if (belonging.ok) return barOf(label, belonging.belonging.band);
    return { label, reason: reasonOf(belonging) };
  });
  return {
    config: bandBarConfig(bars, "vertical", tokens),
    table: {
      caption: "Belonging by pulse: favourable answers, on average over the questions.",
      columns: ["Pulse", "At least", "At most"],
      rows: bandRows(bars),
    },
    summary: bandSummary(bars),
    withheld: withheldLines(bars),
    readings: bandReadings(bars),
  };
}
