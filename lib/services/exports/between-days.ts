import type { ExportRequest } from "@/lib/exports/export-request";
import type { ExportedGroup } from "@/lib/exports/results-table";

/**
 * The pulses that closed within the days asked for. Which may stand beside each other was decided before, over all of
 * them: otherwise two files of two spans of time would show what one file does not.
 */
export function betweenDays(
  groups: readonly ExportedGroup[],
  { from, to }: Pick<ExportRequest, "from" | "to">,
): ExportedGroup[] {
  return groups.filter(
    ({ pulse: { closedOn } }) =>
      (from === null || closedOn >= from) && (to === null || closedOn <= to),
  );
}
