import { SchoolsAbsenceChart } from "@/components/charts/schools-absence-chart";
import { SchoolsBelongingChart } from "@/components/charts/schools-belonging-chart";
import { weekWords } from "@/components/insight/date-words";
import { Card } from "@/components/ui/card";
import { releaseStamp } from "@/lib/charts/release-stamp";
import type { Overview } from "@/lib/services/overview/read-overview";

/** More bars or lines than this cannot be told apart; the list of schools has them all. */
const MOST_BARS = 12;
const MOST_LINES = 4;

/** Schools in their last pulse, and absence over the term. */
export function OverviewCharts({ overview }: { readonly overview: Overview }) {
  const bars = overview.schools.flatMap(({ name, belonging }) =>
    belonging === null ? [] : [{ label: name, belonging }],
  );
  const lines = absenceLines(overview);
  const showBars = bars.length > 0 && bars.length <= MOST_BARS;
  const showLines = lines.weeks.length > 0;
  if (!showBars && !showLines) return null;
  return (
    <div className={showBars && showLines ? "grid items-start gap-6 lg:grid-cols-2" : "grid"}>
      {showBars ? (
        <Card>
          <SchoolsBelongingChart schools={bars} stamp={stampOf(overview)} />
        </Card>
      ) : null}
      {showLines ? (
        <Card>
          <SchoolsAbsenceChart {...lines} />
        </Card>
      ) : null}
    </div>
  );
}

/** The release that the bars are from, where it is one. */
function stampOf({ lastWave, schools }: Overview): string | undefined {
  const shown = schools.filter(({ belonging }) => belonging !== null);
  if (lastWave === null || shown.some(({ waveId }) => waveId !== lastWave.id)) return undefined;
  return releaseStamp(lastWave);
}

/** One line a school; of many schools one line for all of them. */
function absenceLines({ weeks, schools }: Pick<Overview, "weeks" | "schools">) {
  const starts = [...new Set(weeks.map((week) => week.weekStart))].sort();
  const groups =
    schools.length <= MOST_LINES
      ? schools.map(({ id, name }) => ({
          label: name,
          of: weeks.filter((week) => week.schoolId === id),
        }))
      : [{ label: "All schools", of: [...weeks] }];
  return {
    weeks: starts.map(weekWords),
    schools: groups.map(({ label, of }) => ({
      label,
      rates: starts.map((start) => rateOf(of.filter((week) => week.weekStart === start))),
    })),
  };
}

function rateOf(weeks: Overview["weeks"]): number | null {
  const days = weeks.reduce((sum, week) => sum + week.studentDays, 0);
  if (days === 0) return null;
  return weeks.reduce((sum, week) => sum + week.absentDays, 0) / days;
}
