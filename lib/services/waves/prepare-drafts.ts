import { listUnsealedWaves } from "@/lib/data/waves";
import type { ServiceContext } from "../context";
import type { WaveTrouble } from "./advance-waves";
import { prepareWave } from "./prepare-wave";

/**
 * Prepares every wave that was scheduled and has no keys yet, the next to open first. Apart from the
 * clock, because a district's keys take minutes and no other wave may wait for them.
 */
export async function prepareDrafts(
  context: ServiceContext,
): Promise<{ readonly prepared: number; readonly troubles: readonly WaveTrouble[] }> {
  const troubles: WaveTrouble[] = [];
  let prepared = 0;
  for (const { id, state } of await listUnsealedWaves()) {
    if (state !== "draft") continue;
    try {
      const outcome = await prepareWave(context, id);
      if (outcome.ok) prepared += 1;
      else if (outcome.code === "no-students") {
        troubles.push({ waveId: id, error: new Error("no class of it has a student any more") });
      }
    } catch (error) {
      troubles.push({ waveId: id, error });
    }
  }
  return { prepared, troubles };
}
