import { can } from "@/lib/access/can";
import { findReleaseStamp } from "@/lib/data/releases";
import { listTrustees, type TrusteeRow } from "@/lib/data/trustees";
import { findWave, type WaveDetail } from "@/lib/data/waves";
import { type TrusteeStep, trusteeStep } from "@/lib/waves/trustees";
import type { ServiceContext } from "../context";

/** A wave, its trustees, the one of them who acts, and where they stand. */
export interface Trusteeship {
  readonly wave: WaveDetail;
  readonly trustees: readonly TrusteeRow[];
  readonly own: TrusteeRow;
  readonly step: TrusteeStep;
}

/** A wave of which the actor is a trustee; null when there is none, or they are not. */
export async function reachTrusteeship(
  context: ServiceContext,
  action: "share.take" | "share.confirm",
  waveId: string,
): Promise<Trusteeship | null> {
  const wave = await findWave(waveId);
  if (wave === null) return null;
  const trustees = await listTrustees(waveId);
  const own = trustees.find(
    ({ accountId }) => can(context.actor, action, { trusteeId: accountId }).allowed,
  );
  if (own === undefined) return null;
  const released = wave.state === "sealed" && (await findReleaseStamp(waveId)) !== null;
  const step = trusteeStep({ state: wave.state, released }, own, trustees);
  return { wave, trustees, own, step };
}
