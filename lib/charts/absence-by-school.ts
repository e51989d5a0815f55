import { PAGE_TOKENS, rowReadings } from "@/lib/charts/chart-parts";
import type { ChartParts, ChartTokens } from "@/lib/charts/chart-parts";

/** Absence of one school by week; a rate is a share of student-days, 0 to 1, or null without data. */
export interface SchoolAbsence {
  readonly label: string;
  readonly rates: readonly (number | null)[];
}

/** Lines are told apart by their dashes too, never by colour alone. */
const DASHES: readonly (readonly number[])[] = [[], [6, 4], [2, 3], [10, 3, 2, 3]];

function percent(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 1000) / 10;
}

function words(rate: number | null): string {
  const value = percent(rate);
  return value === null ? "no data" : `${value.toFixed(1)}%`;
}

/** Absence by week, one line a school (a handful), with a gap where a week has no data. */
export function absenceBySchool(
  weeks: readonly string[],
  schools: readonly SchoolAbsence[],
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  const last = schools.map(({ label, rates }) => `${label} ${words(rates.at(-1) ?? null)}`);
  const newest = weeks.at(-1);
  const table = {
    caption: "Absence by week and school, in per cent of student-days.",
    columns: ["Week of", ...schools.map(({ label }) => label)],
    rows: weeks.map((week, index) => [
      week,
      ...schools.map(({ rates }) => words(rates[index] ?? null)),
    ]),
  };
  return {
    config: {
      type: "line",
      data: {
        labels: [...weeks],
        datasets: schools.map(({ label, rates }, index) => ({
          label,
          data: rates.map(percent),
          spanGaps: false,
          tension: 0,
          borderWidth: 2,
          pointRadius: 0,
          pointHitRadius: 8,
          borderDash: [...(DASHES[index % DASHES.length] ?? [])],
          borderColor: index % 2 === 0 ? tokens.own : tokens.comparison,
          backgroundColor: index % 2 === 0 ? tokens.own : tokens.comparison,
        })),
      },
      options: {
        plugins: { tooltip: { enabled: false } },
        scales: {
          x: { grid: { display: false }, title: { display: true, text: "Week of" } },
          y: { beginAtZero: true, title: { display: true, text: "Days absent, %" } },
        },
      },
    },
    table,
    summary:
      newest === undefined
        ? "There is no attendance yet."
        : `In the week of ${newest} these shares of student-days were absences: ${last.join("; ")}.`,
    withheld: [],
    readings: rowReadings(table),
  };
}
