import { SHARE_POSITIONS } from "@/lib/server/key-store/key-store";
import { trusteeShares } from "@/lib/server/key-store/trustee-shares";

/** Whether the key store still holds a share that waits for its trustee, whatever the database says. */
export async function anyShareWaits(waveId: string): Promise<boolean> {
  const shares = trusteeShares();
  for (const position of SHARE_POSITIONS) {
    if ((await shares.waiting(waveId, position)) !== null) return true;
  }
  return false;
}
