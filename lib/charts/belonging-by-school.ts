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
import type { Withheld } from "@/lib/disclosure/withheld";

/**
 * Belonging of schools, each in its last wave: horizontal bars from lo to hi, in the order given. Give them by name:
 * an order by belonging would be a ranking.
 */
export function belongingBySchool(
  schools: readonly {
    readonly label: string;
    readonly belonging: { readonly lo: number; readonly hi: number } | Withheld;
  }[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  const bars = schools.map(({ label, belonging }) =>
    "kind" in belonging ? { label, reason: belonging.text } : barOf(label, belonging),
  );
  return {
    config: bandBarConfig(bars, "horizontal", tokens),
    table: {
      caption:
        "Belonging by school: favourable answers, on average over the questions. The true share lies between the two figures.",
      columns: ["School", "At least", "At most"],
      rows: bandRows(bars),
    },
    summary: bandSummary(bars),
    withheld: withheldLines(bars),
    readings: bandReadings(bars),
  };
}
