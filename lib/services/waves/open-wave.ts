import { can } from "@/lib/access/can";
import { readManifest } from "@/lib/ballots/wire/manifest";
import { inTransaction } from "@/lib/data/client";
import { listMargins } from "@/lib/data/margins";
import { listTrustees } from "@/lib/data/trustees";
import { findWave, markWaveOpen } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { trusteeProgress } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { anyShareWaits } from "../trustees/any-share-waits";

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
  // A share that was taken stays taken: this cannot be overtaken by what happens meanwhile.
  if (await waitsForTrustees(waveId)) return failure("waits-for-trustees");
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

/**
 * By the manifest and the key store, not by the database alone. Attack: whoever can write there marks all shares
 * as taken, and students answer while the server holds the whole key.
 */
async function waitsForTrustees(waveId: string): Promise<boolean> {
  const trustees = await listTrustees(waveId);
  const needed = readManifest((await findWave(waveId))?.manifest ?? "")?.trustees?.of ?? 0;
  if (trustees.length < needed || !trusteeProgress(trustees).allTaken) return true;
  return needed > 0 && (await anyShareWaits(waveId));
}
