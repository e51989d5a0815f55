import {
  type BandBar,
  bandBarConfig,
  bandReadings,
  bandSummary,
  barOf,
  type ChartParts,
  type ChartTokens,
  PAGE_TOKENS,
  withheldLines,
} from "@/lib/charts/chart-parts";
import type { CohortFigure } from "@/lib/insight/cohort-figure";

/** A cohort, or a pulse of one, with its figure. */
export interface LabelledFigure {
  readonly label: string;
  readonly figure: CohortFigure;
}

/** Cohorts beside each other in one pulse: a bar each, in the order of choosing. Never give them in an order of results. */
export function belongingByCohort(
  theme: string,
  cohorts: readonly LabelledFigure[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  return partsOf(`${theme} by cohort`, "Cohort", "horizontal", cohorts, tokens);
}

/** One cohort from pulse to pulse, oldest first. One that may not stand beside the others gives the reason. */
export function cohortByWave(
  theme: string,
  waves: readonly LabelledFigure[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  return partsOf(`${theme} by pulse`, "Pulse", "vertical", waves, tokens);
}

function partsOf(
  what: string,
  first: string,
  direction: "horizontal" | "vertical",
  rows: readonly LabelledFigure[],
  tokens: ChartTokens,
): ChartParts {
  const bars = rows.map(({ label, figure }): BandBar =>
    figure.ok ? barOf(label, figure.belonging.band) : { label, reason: figure.reason },
  );
  return {
    config: bandBarConfig(bars, direction, tokens),
    table: {
      caption: `${what}: favourable answers, on average over the questions. The true share lies between the two figures.`,
      columns: [first, "At least", "At most", "Answered"],
      rows: rows.map(({ label, figure }) => {
        if (!figure.ok) return [label, "withheld", figure.reason, ""];
        const { lo, hi } = barOfBand(label, figure.belonging.band);
        const { answered } = figure;
        const block = `${String(answered.lo)} to ${String(answered.hi)} of ${String(answered.seats)}`;
        return [label, `${String(lo)}%`, `${String(hi)}%`, block];
      }),
    },
    readings: bandReadings(bars),
    summary: bandSummary(bars),
    withheld: [...withheldLines(bars), ...missingLines(rows)],
  };
}

function barOfBand(label: string, share: { readonly lo: number; readonly hi: number }) {
  const bar = barOf(label, share);
  if (!("range" in bar)) throw new Error("a bar of shares has a range");
  return bar.range;
}

/** How many more parts are named one by one. */
const NAMED = 12;

/**
 * The parts that are not in a figure, by reason, so that nobody takes the rest for all. Once for all figures of which
 * the same is to be said: a class that is withheld is so in every pulse of a term.
 */
function missingLines(rows: readonly LabelledFigure[]): string[] {
  const labels = new Map<string, string[]>();
  for (const row of rows) {
    for (const words of missingWords(row)) {
      labels.set(words, [...(labels.get(words) ?? []), row.label]);
    }
  }
  return [...labels].map(([words, of]) => `${of.join(", ")}${words}`);
}

function missingWords({ figure }: LabelledFigure): string[] {
  const { missing } = figure;
  if (missing.length === 0) return [];
  const byReason = new Map<string, string[]>();
  for (const { name, reason } of missing) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) => {
    const more = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : "";
    const named = `${names.slice(0, NAMED).join("; ")}${more}`;
    return figure.ok
      ? `: ${String(names.length)} of ${String(figure.of)} not in this figure (${named}): ${reason}.`
      : `, of which ${named}: ${reason}.`;
  });
}
