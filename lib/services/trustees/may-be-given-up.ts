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
  const { id: subjectId, state, closesAt } = wave;
  const [trustees, closed, confirmed, askedAgain] = await Promise.all([
    listTrustees(subjectId),
    findEventTime({ action: "wave.closed", subjectId }),
    findEventTime({ action: "wave.share-confirmed", subjectId }),
    findEventTime({ action: "wave.share-asked-again", subjectId }),
  ]);
  const askedAt = askedAgain ?? closed ?? closesAt;
  return mayBeDestroyed({ state, askedAt, readyAt: confirmed ?? askedAt }, trustees, now);
}
