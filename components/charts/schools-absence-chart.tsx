import { absenceBySchool, type SchoolAbsence } from "@/lib/charts/absence-by-school";

import { ChartFigure } from "./chart-figure";

/** Absence of a few schools by week. */
export function SchoolsAbsenceChart({
  weeks,
  schools,
}: {
  readonly weeks: readonly string[];
  readonly schools: readonly SchoolAbsence[];
}) {
  return <ChartFigure title="Absence by week" parts={absenceBySchool(weeks, schools)} />;
}
