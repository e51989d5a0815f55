import type { AbsenceSeries } from "@/lib/attendance/rising-absence";

/** `--series` and the column of a class-week file it stands for, which is also its name in the results. */
export const SERIES_COLUMNS = { new: "new_absences", absent: "absent_days" } as const;
export type SeriesColumn = (typeof SERIES_COLUMNS)[keyof typeof SERIES_COLUMNS];

export const SERIES_OF_COLUMN: Readonly<Record<SeriesColumn, AbsenceSeries>> = {
  new_absences: "new-absences",
  absent_days: "absent-days",
};
