import type { AbsenceRatePoint } from "@/lib/attendance/absence-rate-series";
import { PAGE_TOKENS, rowReadings } from "@/lib/charts/chart-parts";
import type { ChartParts, ChartTokens } from "@/lib/charts/chart-parts";

const NO_DATA = "no data";

/** A rate (0 to 1) as a percentage with one digit; attendance holds no answers and is shown exactly. */
function percent(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 1000) / 10;
}

function rateWords(rate: number | null): string {
  const value = percent(rate);
  return value === null ? NO_DATA : `${value.toFixed(1)}%`;
}

/** Mean over student-days, leaving out weeks without any; `null` if there are none at all. */
function overall(
  parts: readonly { readonly rate: number | null; readonly days: number }[],
): number | null {
  let [absent, days] = [0, 0];
  for (const part of parts) {
    if (part.rate === null) continue;
    absent += part.rate * part.days;
    days += part.days;
  }
  return days === 0 ? null : absent / days;
}

function summarise(points: readonly AbsenceRatePoint[], className: string): string {
  const own = overall(
    points.map(({ classRate, classDays }) => ({ rate: classRate, days: classDays })),
  );
  const rest = overall(
    points.map(({ restRate, restDays }) => ({ rate: restRate, days: restDays })),
  );
  const last = points.findLast(({ classRate }) => classRate !== null);
  if (last === undefined) return `There is no attendance for ${className} yet.`;
  return (
    `Over ${points.length} weeks ${rateWords(own)} of student-days in ${className} were absences, against ` +
    `${rateWords(rest)} in the rest of the school. In the week of ${last.weekStart} it was ` +
    `${rateWords(last.classRate)} against ${rateWords(last.restRate)}.`
  );
}

/** Absence of a class by week beside the rest of its school: two lines, with a gap where a week has no data. */
export function absenceByWeek(
  points: readonly AbsenceRatePoint[],
  className: string,
  tokens: ChartTokens = PAGE_TOKENS,
): ChartParts {
  const rest = "Rest of the school";
  // A line across a week without data would show a figure that nobody measured.
  const shared = { spanGaps: false, tension: 0, borderWidth: 2 };
  const table = {
    caption: `Absence by week in ${className}, in per cent of student-days.`,
    columns: ["Week of", className, "Student-days", rest],
    rows: points.map(({ weekStart, classRate, classDays, restRate }) => [
      weekStart,
      rateWords(classRate),
      classDays,
      rateWords(restRate),
    ]),
  };
  return {
    config: {
      type: "line",
      data: {
        labels: points.map(({ weekStart }) => weekStart),
        datasets: [
          {
            ...shared,
            label: className,
            data: points.map(({ classRate }) => percent(classRate)),
            borderColor: tokens.own,
            backgroundColor: tokens.own,
            pointRadius: 3,
          },
          {
            ...shared,
            label: rest,
            data: points.map(({ restRate }) => percent(restRate)),
            borderColor: tokens.comparison,
            backgroundColor: tokens.comparison,
            // Told apart without colour too.
            borderDash: [5, 4],
            pointRadius: 0,
          },
        ],
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
    summary: summarise(points, className),
    withheld: [],
    readings: rowReadings(table),
  };
}
