import { can } from "@/lib/access/can";
import { listMargins } from "@/lib/data/margins";
import { endWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { destroyNumbers } from "@/lib/server/destroy-numbers";
import { forgetSigningKeys } from "@/lib/server/signing-keys";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/**
 * open → closed, by hand or by schedule; the schedule also closes a planned wave whose whole time passed
 * while the server was down. From here on nothing is collected or cast, and there is no
 * way back: a wave that could be reopened could be compared with itself one ballot later.
 */
export async function closeWave(
  context: ServiceContext,
  waveId: string,
): Promise<Result<null, "missing" | "not-open">> {
  const margins = await listMargins(waveId);
  if (!can(context.actor, "wave.close", { classes: margins }).allowed) return failure("missing");
  const closed = await endWave(waveId, context.now, (tx) =>
    recordEvent(tx, context, {
      action: "wave.closed",
      subjectType: "wave",
      subjectId: waveId,
      detail: { by: context.actor.kind === "staff" ? "hand" : "schedule" },
    }),
  );
  if (!closed) return failure("not-open");
  forgetSigningKeys(waveId);
  // Before anybody can open a ballot: what is opened then are numbers without names.
  await destroyNumbers(waveId);
  return success(null);
}
