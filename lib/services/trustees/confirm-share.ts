import { readManifest } from "@/lib/ballots/wire/manifest";
import { inTransaction } from "@/lib/data/client";
import { listTrustees, saveConfirmed } from "@/lib/data/trustees";
import { findWave, lockWave } from "@/lib/data/waves";
import { failure, type Result, success } from "@/lib/result";
import { trusteeShares } from "@/lib/server/key-store/trustee-shares";
import { trusteeProgress, TRUSTEES_NEEDED } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { checkCode } from "./check-code";
import { givenBack, WITHIN_MS } from "./given-back";
import { reachTrusteeship } from "./reach-trusteeship";

/**
 * A trustee gives their share back after the close, and with it their word that the wave may be opened. The
 * first share waits in the key store: alone it opens nothing. Before the second joins it, the two are tried
 * against the manifest's public key; then the sealer can put the key together. `enough`: it can now.
 */
export async function confirmShare(
  context: ServiceContext,
  input: { readonly waveId: string; readonly code: string },
): Promise<
  Result<
    { readonly enough: boolean },
    "missing" | "invalid" | "too-many-codes" | "not-asked" | "shares-do-not-fit"
  >
> {
  const { waveId, code } = input;
  const reached = await reachTrusteeship(context, "share.confirm", waveId);
  if (reached === null) return failure("missing");
  const { wave, own, step } = reached;
  if (step === "wait-for-second") return success({ enough: false });
  if (step !== "confirm" || own.shareHash === null) return failure("not-asked");
  const trustee = { waveId, accountId: own.accountId, shareHash: own.shareHash };
  const checked = await checkCode(context, trustee, code);
  if (!checked.ok) return checked;
  const share = checked.value;
  const shares = trusteeShares();
  const publicKey = readManifest(wave.manifest ?? "")?.hpkePublicKey ?? "";

  return inTransaction(
    async (tx) => {
      // Two trustees at once must see each other's share.
      await lockWave(tx, waveId);
      if ((await findWave(waveId, tx))?.state !== "closed") return failure("not-asked");
      const trustees = await listTrustees(waveId, tx);
      // The seal forgets the hashes before it destroys all shares: nothing must come after it.
      if (trustees.every(({ shareHash }) => shareHash === null)) return failure("not-asked");
      // Two were quicker.
      if (trusteeProgress(trustees).mayBeOpened) return success({ enough: true });
      const others = trustees.filter((row) => row.position !== own.position);
      const back = await givenBack(shares, waveId, others);
      const [other] = back.values();
      if (other !== undefined && !(await shares.give(waveId, [other, share], publicKey))) {
        return failure("shares-do-not-fit");
      }
      await shares.keep(waveId, own.position, share);
      await saveConfirmed(tx, waveId, [own.position, ...back.keys()]);
      await recordEvent(tx, context, {
        action: "wave.share-confirmed",
        subjectType: "wave",
        subjectId: waveId,
        detail: { share: own.position, confirmed: back.size + 1 },
      });
      return success({ enough: back.size + 1 >= TRUSTEES_NEEDED });
    },
    { timeoutMs: WITHIN_MS },
  );
}
