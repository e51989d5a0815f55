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
import type { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";

/** Favourable answers to each item of one group in one wave: horizontal bars from lo to hi. */
export function belongingByItem(
  items: readonly { readonly label: string; readonly cell: ReleasedBand | Withheld }[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  const bars = items.map(({ label, cell }) =>
    cell.kind === "withheld"
      ? { label, reason: cell.text }
      : barOf(label, { lo: cell.shareLo, hi: cell.shareHi }),
  );
  return {
    config: bandBarConfig(bars, "horizontal", tokens),
    table: {
      caption: "Favourable answers by question. The true share lies between the two figures.",
      columns: ["Question", "At least", "At most"],
      rows: bandRows(bars),
    },
    summary: bandSummary(bars),
    withheld: withheldLines(bars),
    readings: bandReadings(bars),
  };
}
