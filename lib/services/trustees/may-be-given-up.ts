import { findEventTime } from "@/lib/data/audit-events";
import { listTrustees } from "@/lib/data/trustees";
import type { WaveDetail } from "@/lib/data/waves";
import { mayBeDestroyed } from "@/lib/waves/trustees";

/** Whether a wave may be given up at this moment: see {@link mayBeDestroyed}. */
export async function mayBeGivenUp(
  wave: Pick<WaveDetail, "id" | "state" | "closesAt">,
  now: Date,
): Promise<boolean> {
  if (wave.state !== "closed") return false;
  const [trustees, closedAt] = await Promise.all([
    listTrustees(wave.id),
    findEventTime({ action: "wave.closed", subjectId: wave.id }),
  ]);
  const { state, closesAt } = wave;
  return mayBeDestroyed({ state, closedAt: closedAt ?? closesAt }, trustees, now);
}
