import type { ChartTwin } from "@/lib/charts/chart-parts";
import { BYTE_ORDER_MARK, type CsvValue, csvText } from "@/lib/exports/csv-cell";

/**
 * A chart's table as a file for spreadsheets: its columns and rows as they stand, and below an empty line what is
 * withheld, each with its reason, and where the figures are from.
 */
export function chartCsv({ table, withheld }: ChartTwin, stamp?: string): string {
  const notes: CsvValue[][] = [
    [table.caption],
    ...withheld.map((line) => ["Withheld", line]),
    ...(stamp === undefined ? [] : [["Source", stamp]]),
  ];
  return BYTE_ORDER_MARK + csvText([table.columns, ...table.rows, [], ...notes]);
}

/** "Absence by week" and "csv": "absence-by-week.csv". */
export function chartFileName(title: string, extension: "csv" | "png"): string {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${slug === "" ? "chart" : slug}.${extension}`;
}

/** So many lines of what is withheld fit under a picture; the table and the CSV have them all. */
const MOST_NOTES = 12;

/** The lines under a picture: what is withheld, where a reader cannot open anything. */
export function pictureNotes(withheld: readonly string[]): string[] {
  const lines = withheld.map((line) => `Withheld: ${line}`);
  if (lines.length <= MOST_NOTES) return lines;
  const rest = lines.length - (MOST_NOTES - 1);
  return [
    ...lines.slice(0, MOST_NOTES - 1),
    `Withheld: ${String(rest)} more. The table and the CSV file name each with its reason.`,
  ];
}
