import { inTransaction } from "@/lib/data/client";
import { markShareTaken, saveShareHash } from "@/lib/data/trustees";
import { failure, type Result, success } from "@/lib/result";
import { trusteeShares } from "@/lib/server/key-store/trustee-shares";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { checkCode, hashShare } from "./check-code";
import { reachTrusteeship } from "./reach-trusteeship";

/**
 * A trustee types their code back from their copy: the server forgets the share and keeps its hash. In this
 * order: hash, share, mark. Killed in between, the trustee types it again; a share that counts as taken is
 * gone from the server.
 */
export async function takeShare(
  context: ServiceContext,
  input: { readonly waveId: string; readonly code: string },
): Promise<Result<null, "missing" | "invalid" | "too-many-codes" | "share-gone">> {
  const { waveId, code } = input;
  const reached = await reachTrusteeship(context, "share.take", waveId);
  if (reached === null) return failure("missing");
  const { own, step } = reached;
  if (own.taken) return success(null);
  if (step !== "take") return failure("share-gone");
  const shares = trusteeShares();
  const waiting = await shares.waiting(waveId, own.position);
  const shareHash = waiting === null ? own.shareHash : hashShare(waiting);
  if (shareHash === null) return failure("share-gone");
  const checked = await checkCode(context, { waveId, accountId: own.accountId, shareHash }, code);
  if (!checked.ok) return checked;

  await saveShareHash(waveId, own.position, shareHash);
  await shares.forgetWaiting(waveId, own.position);
  await inTransaction(async (tx) => {
    if (!(await markShareTaken(tx, waveId, own.position))) return;
    await recordEvent(tx, context, {
      action: "wave.share-taken",
      subjectType: "wave",
      subjectId: waveId,
      detail: { share: own.position },
    });
  });
  return success(null);
}
