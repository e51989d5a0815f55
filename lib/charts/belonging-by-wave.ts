import {
  bandBarConfig,
  bandRows,
  bandSummary,
  barOf,
  PAGE_TOKENS,
  withheldLines,
} from "@/lib/charts/chart-parts";
import type { ChartParts, ChartTokens } from "@/lib/charts/chart-parts";
import type { ClassBelonging } from "@/lib/insight/class-belonging";

/** Belonging of one group over its waves, oldest first: upright bars from lo to hi of the released bands. */
export function belongingByWave(
  waves: readonly { readonly label: string; readonly belonging: ClassBelonging }[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  const bars = waves.map(({ label, belonging }) => {
    if (belonging.ok) return barOf(label, belonging.belonging.band);
    const reason =
      belonging.code === "withheld"
        ? belonging.withheld.text
        : "no question of the index was asked";
    return { label, reason };
  });
  return {
    config: bandBarConfig(bars, "vertical", tokens),
    table: {
      caption: "Belonging by wave: favourable answers, on average over the questions.",
      columns: ["Wave", "At least", "At most"],
      rows: bandRows(bars),
    },
    summary: bandSummary(bars),
    withheld: withheldLines(bars),
  };
}
