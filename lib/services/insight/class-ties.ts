import { findReleaseNetwork } from "@/lib/data/releases";
import type { ReleasedNetwork } from "@/lib/disclosure/nominations/released-network";
import { networkSchema } from "@/lib/disclosure/release-schema";

/** What the release of a wave says of who could ask whom in a class; null where the class was not asked, or is hidden. */
export async function loadClassTies(
  classId: string,
  waveId: string,
): Promise<ReleasedNetwork | null> {
  const stored = await findReleaseNetwork({ waveId, groupId: `class:${classId}` });
  return stored === null ? null : networkSchema.parse(stored);
}
