import type { ChartTwin } from "@/lib/charts/chart-parts";
import type { Withheld } from "@/lib/disclosure/withheld";
import { percentRange, percentWords, type PercentRange } from "@/lib/insight/percent";

/** Five equal steps of the share scale, 1 low to 5 high; each has a colour token `--belonging-N`. */
export type HeatStep = 1 | 2 | 3 | 4 | 5;

/** One construct of one class: its band with the steps that its two ends lie in, or why there is none. */
export type HeatCell =
  | {
      readonly kind: "band";
      readonly range: PercentRange;
      readonly loStep: HeatStep;
      readonly hiStep: HeatStep;
    }
  | { readonly kind: "withheld"; readonly reason: string };

export interface HeatRow {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly HeatCell[];
  /** One sentence a cell. */
  readonly readings: readonly string[];
}

/** A heat map with its twins; the drawing is a table itself. */
export interface HeatMapParts extends ChartTwin {
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
}

/** What goes in: classes in the order of grade and name. Never give them in an order by result. */
export interface HeatInput {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly ({ readonly lo: number; readonly hi: number } | Withheld)[];
}

function step(position: number): HeatStep {
  return Math.min(5, Math.max(1, position)) as HeatStep;
}

/**
 * The steps of a band's two ends, in whole per cent. An end that lies on a border belongs to the step inside the band:
 * 40% to 60% is the third step alone.
 */
export function heatSteps({ lo, hi }: PercentRange): { loStep: HeatStep; hiStep: HeatStep } {
  const loStep = step(Math.floor(lo / 20) + 1);
  const hiStep = step(Math.ceil(hi / 20));
  // A band of one value on a border has no inside.
  return { loStep, hiStep: hiStep < loStep ? loStep : hiStep };
}

function cellOf(share: HeatInput["cells"][number]): HeatCell {
  if ("kind" in share) return { kind: "withheld", reason: share.text };
  const range = percentRange(share);
  return { kind: "band", range, ...heatSteps(range) };
}

function reading(label: string, column: string, cell: HeatCell): string {
  if (cell.kind === "withheld") return `${label}, ${column}: withheld, ${cell.reason}.`;
  const { lo, hi } = cell.range;
  const where = lo === hi ? `${lo}%` : `between ${lo}% and ${hi}%`;
  return `${label}, ${column}: ${where} of the answers were favourable.`;
}

/** A class that is withheld as a whole is named once, one of whose constructs is, with the construct. */
function withheldOf({ label, cells }: HeatRow, columns: readonly string[]): string[] {
  const reasons = cells.map((cell) => (cell.kind === "withheld" ? cell.reason : null));
  const [first] = reasons;
  if (first !== undefined && first !== null && reasons.every((reason) => reason === first)) {
    return [`${label}: ${first}.`];
  }
  return reasons.flatMap((reason, at) =>
    reason === null ? [] : [`${label}, ${columns[at] ?? ""}: ${reason}.`],
  );
}

/** Classes by construct: where each released band lies on a scale of five steps, by both of its ends. */
export function heatMap(columns: readonly string[], classes: readonly HeatInput[]): HeatMapParts {
  const rows = classes.map(({ id, label, cells }) => {
    const own = cells.map(cellOf);
    const readings = own.map((cell, at) => reading(label, columns[at] ?? "", cell));
    return { id, label, cells: own, readings };
  });
  const withheld = rows.flatMap((row) => withheldOf(row, columns));
  const hidden = rows.filter(({ cells }) => cells.every(({ kind }) => kind === "withheld")).length;
  return {
    columns,
    rows,
    withheld,
    table: {
      caption:
        "Favourable answers by class and what was asked about. The true share lies between the two figures: the left half " +
        "of a cell has the colour of the lower, the right half that of the higher.",
      columns: ["Class", ...columns],
      rows: rows.map(({ label, cells }) => [
        label,
        ...cells.map((cell) => (cell.kind === "withheld" ? "withheld" : percentWords(cell.range))),
      ]),
    },
    summary:
      rows.length === 0
        ? "There is nothing to show yet."
        : `${String(rows.length)} ${rows.length === 1 ? "class" : "classes"} by ${String(columns.length)} things that were asked about, ` +
          `${hidden === 0 ? "none" : String(hidden)} of them withheld. In the order of grade and name.`,
  };
}
