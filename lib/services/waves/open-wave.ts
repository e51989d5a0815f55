import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { listMargins } from "@/lib/data/margins";
import { listTrustees } from "@/lib/data/trustees";
import { markWaveOpen } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { trusteeProgress } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/**
 * planned → open, by schedule or by hand before its time. A wave with trustees opens only once they have
 * taken their shares: until then the whole key is on the server.
 */
export async function openWave(
  context: ServiceContext,
  waveId: string,
): Promise<Result<null, "missing" | "not-planned" | "waits-for-trustees">> {
  const margins = await listMargins(waveId);
  if (!can(context.actor, "wave.open", { classes: margins }).allowed) return failure("missing");
  const trustees = await listTrustees(waveId);
  // A share that was taken stays taken: this cannot be overtaken by what happens meanwhile.
  if (!trusteeProgress(trustees).allTaken) return failure("waits-for-trustees");
  const opened = await inTransaction(async (tx) => {
    if (!(await markWaveOpen(tx, waveId, context.now))) return false;
    await recordEvent(tx, context, {
      action: "wave.opened",
      subjectType: "wave",
      subjectId: waveId,
      detail: { by: context.actor.kind === "staff" ? "hand" : "schedule" },
    });
    return true;
  });
  return opened ? success(null) : failure("not-planned");
}
