import { listClasses } from "@/lib/data/classes";
import { listSealedWaves } from "@/lib/data/waves";
import { type GroupHistoryEntry, groupHistory, loadGroupWaves } from "../insight/group-over-waves";

/** All the pulses that speak for a school, newest first. */
export async function schoolOverPulses(schoolId: string): Promise<GroupHistoryEntry[]> {
  const classIds = (await listClasses({ schoolIds: [schoolId] })).map(({ id }) => id);
  return groupHistory(await loadGroupWaves(await listSealedWaves({ classIds }), schoolId));
}
