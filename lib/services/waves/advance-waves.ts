import { listUnsealedWaves } from "@/lib/data/waves";
import { dueWaves } from "@/lib/waves/state-machine";
import type { ServiceContext } from "../context";
import { listWaitingWaves } from "../trustees/list-waiting-waves";
import { closeWave } from "./close-wave";
import { openWave } from "./open-wave";

/** What went wrong with one wave, for the log. */
export interface WaveTrouble {
  readonly waveId: string;
  readonly error: unknown;
}

/**
 * Does what the clock asks for: opens planned waves, closes those whose time is over. `toSeal`: ids of
 * closed waves, but for those that wait for their trustees. Doing it twice, or in two processes, changes
 * nothing more, and one wave that cannot be moved does not hold up the others.
 */
export async function advanceWaves(
  context: ServiceContext,
): Promise<{ readonly toSeal: readonly string[]; readonly troubles: readonly WaveTrouble[] }> {
  const due = dueWaves(await listUnsealedWaves(), context.now);
  const troubles: WaveTrouble[] = [];
  const attempt = async (waveId: string, move: typeof openWave | typeof closeWave) => {
    try {
      await move(context, waveId);
    } catch (error) {
      troubles.push({ waveId, error });
    }
  };
  for (const waveId of due.close) await attempt(waveId, closeWave);
  for (const waveId of due.open) await attempt(waveId, openWave);
  const waiting = await listWaitingWaves();
  return { toSeal: [...due.seal, ...due.close].filter((id) => !waiting.has(id)), troubles };
}
