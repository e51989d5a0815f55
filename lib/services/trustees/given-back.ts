import { timingSafeEqual } from "node:crypto";
import { inTransaction } from "@/lib/data/client";
import { listTrustees, saveConfirmed, type TrusteeRow } from "@/lib/data/trustees";
import { lockWave } from "@/lib/data/waves";
import { type TrusteeShares, trusteeShares } from "@/lib/server/key-store/trustee-shares";
import { TRUSTEES_NEEDED } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { hashShare } from "./check-code";

/** A program that keeps keys may take seconds for each share. */
export const WITHIN_MS = 120_000;

/** The shares of these trustees that are in the key store and are what their trustees took. */
export async function givenBack(
  shares: TrusteeShares,
  waveId: string,
  trustees: readonly TrusteeRow[],
): Promise<Map<number, Uint8Array>> {
  const kept = await shares.kept(waveId);
  return new Map(
    trustees.flatMap(({ position, shareHash }): [number, Uint8Array][] => {
      const share = kept.get(position);
      const right =
        share !== undefined && shareHash !== null && timingSafeEqual(hashShare(share), shareHash);
      return right ? [[position, share]] : [];
    }),
  );
}

/**
 * For a wave that two trustees have confirmed and that does not open: whoever's share is lost or damaged in the
 * key store is asked again, and so is the third. True if somebody is.
 */
export async function askAgain(context: ServiceContext, waveId: string): Promise<boolean> {
  return inTransaction(
    async (tx) => {
      await lockWave(tx, waveId);
      const trustees = await listTrustees(waveId, tx);
      const back = await givenBack(trusteeShares(), waveId, trustees);
      if (trustees.length === 0 || back.size >= TRUSTEES_NEEDED) return false;
      await saveConfirmed(tx, waveId, [...back.keys()]);
      // From now on they have a week again.
      await recordEvent(tx, context, {
        action: "wave.share-asked-again",
        subjectType: "wave",
        subjectId: waveId,
        detail: { confirmed: back.size },
      });
      return true;
    },
    { timeoutMs: WITHIN_MS },
  );
}
