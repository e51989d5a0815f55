import type { AbsenceRatePoint } from "@/lib/attendance/absence-rate-series";
import { absenceByWeek } from "@/lib/charts/absence-by-week";

import { ChartFigure } from "./chart-figure";

/** Absence of a class by week beside the rest of its school. Rendered on the server up to the figure. */
export function AbsenceChart({
  points,
  groupName,
}: {
  readonly points: readonly AbsenceRatePoint[];
  /** The class as people call it: "7B Science". */
  readonly groupName: string;
}) {
  return <ChartFigure title="Absence by week" parts={absenceByWeek(points, groupName)} />;
}
