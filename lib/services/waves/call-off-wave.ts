import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { deleteUnopenedWave, findWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { keyWriter } from "@/lib/server/key-store/key-writer";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { classesOfWave } from "./classes-of-wave";

/**
 * Removes a wave that has not opened, with its keys and slips: a mistake in the dates must not block its
 * classes. Nobody could answer yet, so nothing is lost and nothing can be compared with it.
 */
export async function callOffWave(
  context: ServiceContext,
  waveId: string,
): Promise<Result<null, "missing" | "opened">> {
  const wave = await findWave(waveId);
  if (wave === null) return failure("missing");
  const classes = await classesOfWave(wave);
  if (!can(context.actor, "wave.open", { classes }).allowed) return failure("missing");
  const removed = await inTransaction(async (tx) => {
    if (!(await deleteUnopenedWave(tx, waveId))) return false;
    await recordEvent(tx, context, {
      action: "wave.called-off",
      subjectType: "wave",
      subjectId: waveId,
      detail: { title: wave.title },
    });
    return true;
  });
  if (!removed) return failure("opened");
  // After the commit: keys without a wave open nothing, a wave without keys could not be answered.
  await keyWriter().destroy(waveId);
  return success(null);
}
