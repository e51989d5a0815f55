import { ChartFigure } from "@/components/charts/chart-figure";
import { dayWords } from "@/components/insight/date-words";
import { DataTable } from "@/components/tables/data-table";
import type { DataColumn, DataRow } from "@/components/tables/table-data";
import { Card } from "@/components/ui/card";
import { belongingByCohort } from "@/lib/charts/belonging-by-cohort";
import { releaseStamp } from "@/lib/charts/release-stamp";
import { cohortKeyText } from "@/lib/insight/cohort-key";
import type { ThemeInWave } from "@/lib/services/cohorts/compared-in-wave";
import type { Comparison } from "@/lib/services/cohorts/read-comparison";

import { themeWords } from "./theme-words";

/** The bands of every cohort, and how each differs from the first, in words. */
export function ComparedSection({ comparison }: { readonly comparison: Comparison }) {
  const { cohorts, compared } = comparison;
  const [first] = cohorts;
  return (
    <>
      <div className={compared.length > 1 ? "grid items-start gap-6 lg:grid-cols-2" : "grid"}>
        {compared.map((one) => (
          <Card key={`${one.wave.id}/${one.theme}`}>
            <ChartFigure
              title={`${themeWords(one.theme)}: ${one.wave.title}, ${dayWords(one.wave.closesAt, one.wave.timeZone)}`}
              parts={belongingByCohort(
                themeWords(one.theme),
                cohorts.map(({ label }, at) => ({
                  label,
                  figure: one.figures[at] ?? { ok: false, reason: "not looked up", missing: [] },
                })),
              )}
              height={80 + cohorts.length * 56}
              stamp={releaseStamp(one.wave)}
            />
          </Card>
        ))}
      </div>
      {cohorts.length < 2 || first === undefined ? null : (
        <Card
          flush
          title={`Compared with ${first.label}`}
          description="In your order. A difference is named only where chance is an unlikely reason for it."
        >
          <DataTable
            caption={`Differences from ${first.label}`}
            noun="differences"
            search={false}
            columns={COLUMNS.filter(({ id }) => id !== "wave" || comparison.waveIds.length > 1)}
            rows={compared.flatMap((one) => rowsOf(one, cohorts))}
          />
        </Card>
      )}
    </>
  );
}

const COLUMNS: readonly DataColumn[] = [
  { id: "cohort", header: "Cohort", kind: "text", sortable: false },
  { id: "theme", header: "Theme", kind: "text", sortable: false },
  { id: "wave", header: "Pulse", kind: "text", sortable: false },
  { id: "difference", header: "Difference", kind: "text", sortable: false },
  { id: "interval", header: "Most likely", kind: "text", sortable: false },
  { id: "note", header: "To know", kind: "text", sortable: false, prose: true },
];

function rowsOf(
  { wave, theme, figures, beside }: ThemeInWave,
  cohorts: Comparison["cohorts"],
): DataRow[] {
  const [first] = figures;
  return cohorts.slice(1).map(({ key, label }, index): DataRow => {
    const found = beside[index + 1] ?? null;
    const own = figures[index + 1];
    const cells = { cohort: label, theme: themeWords(theme), wave: wave.title };
    const id = `${wave.id}/${theme}/${cohortKeyText(key)}`;
    if (found !== null) {
      const { difference, shared } = found;
      const note = shared
        ? "They may share students, who make them more alike; the range is wider than it need be."
        : null;
      return {
        id,
        cells: { ...cells, difference: difference.words, interval: difference.interval, note },
      };
    }
    const reason =
      own?.ok === false
        ? own.reason
        : first?.ok === false
          ? `nothing to compare with: ${first.reason}`
          : "";
    return {
      id,
      cells: { ...cells, difference: { withheld: capital(reason) }, interval: null, note: null },
    };
  });
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
