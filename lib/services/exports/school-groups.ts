import type { ExportedGroup } from "@/lib/exports/results-table";
import type { ServiceContext } from "../context";
import { exportedPulses } from "./exported-pulse";
import { groupFigures } from "./group-figures";
import type { GroupHistoryEntry } from "../insight/group-over-waves";

/** A school in each of these pulses with all that a file may say of it. */
export async function schoolGroups(
  context: ServiceContext,
  school: { readonly name: string },
  entries: readonly GroupHistoryEntry[],
): Promise<ExportedGroup[]> {
  const pulses = await exportedPulses(
    context,
    entries.map(({ wave }) => wave),
  );
  return entries.flatMap(({ wave, row, belonging }): ExportedGroup[] => {
    const pulse = pulses.get(wave);
    if (pulse === undefined) return [];
    return [
      {
        ...{ school: school.name, group: "The whole school", grades: "all", pulse },
        participation: { ...row.participation, seats: row.rosterSize },
        figures: groupFigures({
          ...{ row, wave, level: "school" },
          instead: "ok" in belonging ? belonging : null,
        }),
      },
    ];
  });
}
