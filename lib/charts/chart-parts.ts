import type { ChartConfiguration } from "chart.js";
import type { ScatterMarks } from "@/lib/charts/scatter-marks";
import { percentRange } from "@/lib/insight/percent";
import type { PercentRange } from "@/lib/insight/percent";

/** Colours by what they stand for: CSS colours, or `var(--…)` references that the chart component resolves. */
export interface ChartTokens {
  readonly band: string;
  readonly bandEdge: string;
  readonly withheld: string;
  readonly withheldEdge: string;
  readonly own: string;
  readonly comparison: string;
}

/** References to the page's colours, right in the light and the dark scheme. */
export const PAGE_TOKENS: ChartTokens = {
  band: "var(--accent)",
  bandEdge: "var(--accent-strong)",
  withheld: "var(--hatch)",
  withheldEdge: "var(--line-strong)",
  own: "var(--accent)",
  comparison: "var(--ink-faint)",
};

/** What a drawing says, for whoever does not see it, and what its files hold: `withheld` names each thing left out. */
export interface ChartTwin {
  readonly table: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  readonly summary: string;
  /** One line for each thing left out, with the reason. */
  readonly withheld: readonly string[];
}

/** A chart with its twins. Plain data and no functions, so that a server component can hand it to the browser. */
export interface ChartParts extends ChartTwin {
  readonly config: ChartConfiguration;
  /** One sentence for each place along the chart, in order: what the pointer and the arrow keys read. */
  readonly readings: readonly string[];
  /** Of a scatter alone: what is drawn in place of points. */
  readonly marks?: ScatterMarks;
}

/** A bar of a band chart: where a share lies, in whole per cent, or why it is not shown. */
export type BandBar =
  | { readonly label: string; readonly range: PercentRange; readonly words: string }
  | { readonly label: string; readonly reason: string };

/** A bar for a range of shares (0 to 1), rounded outwards. */
export function barOf(label: string, share: { readonly lo: number; readonly hi: number }): BandBar {
  const range = percentRange(share);
  return { label, range, words: `${range.lo}% to ${range.hi}%` };
}

/** A span, not a point: where in it the figure lies is not known and nothing in the drawing may suggest it. */
type Span = [number, number] | null;

/**
 * Floating bars from lo to hi, one a line or column. A withheld one fills the whole track in its own colour and says
 * so in its label. Chart.js's own tooltips are off: what is pointed at is read from `readings`.
 */
export function bandBarConfig(
  bars: readonly BandBar[],
  direction: "horizontal" | "vertical",
  tokens: ChartTokens,
): ChartConfiguration {
  const spans: Span[] = bars.map((bar) => ("range" in bar ? [bar.range.lo, bar.range.hi] : null));
  const tracks: Span[] = bars.map((bar) => ("range" in bar ? null : [0, 100]));
  const share = {
    min: 0,
    max: 100,
    title: { display: true, text: "Favourable answers, %" },
  };
  const category = { grid: { display: false } };
  return {
    type: "bar",
    data: {
      labels: bars.map((bar) => [bar.label, "range" in bar ? bar.words : "Withheld"]),
      datasets: [
        {
          label: "Range of favourable answers",
          data: spans,
          backgroundColor: tokens.band,
          borderColor: tokens.bandEdge,
          borderWidth: 1,
          borderSkipped: false,
          borderRadius: 4,
          grouped: false,
        },
        {
          label: "Withheld",
          data: tracks,
          backgroundColor: tokens.withheld,
          borderColor: tokens.withheldEdge,
          borderWidth: 1,
          borderSkipped: false,
          borderRadius: 4,
          grouped: false,
          barPercentage: 0.3,
        },
      ],
    },
    options: {
      indexAxis: direction === "horizontal" ? "y" : "x",
      scales: direction === "horizontal" ? { x: share, y: category } : { x: category, y: share },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
    },
  };
}

/** Table rows of band bars: label, from, to, or the reason in place of figures. */
export function bandRows(bars: readonly BandBar[]): (readonly string[])[] {
  return bars.map((bar) =>
    "range" in bar
      ? [bar.label, `${bar.range.lo}%`, `${bar.range.hi}%`]
      : [bar.label, "withheld", bar.reason],
  );
}

/** One line for each withheld bar. */
export function withheldLines(bars: readonly BandBar[]): string[] {
  return bars.flatMap((bar) => ("range" in bar ? [] : [`${bar.label}: ${bar.reason}.`]));
}

/** One sentence that says every range, or that a bar is withheld, for a reader who sees no drawing. */
export function bandSummary(bars: readonly BandBar[]): string {
  const parts = bars.map((bar) => `${bar.label}: ${"range" in bar ? bar.words : "withheld"}`);
  return parts.length === 0 ? "There is nothing to show yet." : `${parts.join("; ")}.`;
}

/** One sentence a bar. A band is said by both of its ends: the middle of it is not known to be the figure. */
export function bandReadings(bars: readonly BandBar[]): string[] {
  return bars.map((bar) => {
    if (!("range" in bar)) return `${bar.label}: withheld, ${bar.reason}.`;
    const { lo, hi } = bar.range;
    const where = lo === hi ? `${lo}%` : `between ${lo}% and ${hi}%`;
    return `${bar.label}: ${where} of the answers were favourable.`;
  });
}

/** One sentence a row of lines: "Sep 7. 7B: 5.0%; rest of the school: 5.2%." */
export function rowReadings({ columns, rows }: ChartTwin["table"]): string[] {
  return rows.map(([label, ...cells]) => {
    const said = cells.map((cell, at) => `${columns[at + 1] ?? ""}: ${String(cell)}`);
    return `${columns[0] ?? ""} ${String(label)}. ${said.join("; ")}.`;
  });
}
