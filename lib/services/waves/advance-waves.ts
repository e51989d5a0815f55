import { inTransaction } from "@/lib/data/client";
import { listUnsealedWaves, moveWave } from "@/lib/data/waves";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { closeWave } from "./close-wave";
import { prepareWave } from "./prepare-wave";

/**
 * Does what the clock asks for: prepares drafts, opens planned waves, closes open ones. Returns the
 * ids of closed waves: they are to be sealed. Doing it twice, or in two processes, changes nothing more.
 */
export async function advanceWaves(context: ServiceContext): Promise<string[]> {
  for (const wave of await listUnsealedWaves()) {
    if (wave.state === "draft") await prepareWave(context, wave.id);
  }
  for (const wave of await listUnsealedWaves()) {
    if (wave.state === "planned" && wave.opensAt <= context.now) await openWave(context, wave.id);
  }
  for (const wave of await listUnsealedWaves()) {
    if (wave.state === "open" && wave.closesAt <= context.now) await closeWave(context, wave.id);
  }
  return (await listUnsealedWaves()).flatMap(({ id, state }) => (state === "closed" ? [id] : []));
}

/** planned → open. False when it was not planned any more. */
export async function openWave(context: ServiceContext, waveId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    if (!(await moveWave(tx, waveId, "planned", "open"))) return false;
    await recordEvent(tx, context, {
      action: "wave.opened",
      subjectType: "wave",
      subjectId: waveId,
      detail: {},
    });
    return true;
  });
}
