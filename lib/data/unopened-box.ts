import { inPoolTransaction, sealerPool } from "./client";
import { lockWaveForSealer } from "./waves";

/**
 * Gives a closed wave up, in one transaction of the sealer: its ballots are deleted unread, it counts as
 * sealed, without a release, and the audit log says who decided that. `first` is done under the wave's lock, once
 * it is certain. False when it is not closed, has a release already, when `stillMay` says no, or, with
 * `onlyEmpty`, when there is a ballot.
 */
export async function destroyUnopenedBox(
  waveId: string,
  event: { id: string; at: Date; accountId: string | null; accountName: string; detail: object },
  {
    onlyEmpty,
    stillMay,
    first,
  }: { onlyEmpty: boolean; stillMay: () => Promise<boolean>; first: () => Promise<void> },
): Promise<boolean> {
  return inPoolTransaction(sealerPool(), async (client) => {
    await lockWaveForSealer(client, waveId);
    if (!(await stillMay())) return false;
    const moved = await client.query(
      `UPDATE waves SET state = 'sealed' WHERE id = $1 AND state = 'closed'
       AND NOT EXISTS (SELECT 1 FROM releases WHERE wave_id = $1)
       AND NOT ($2 AND EXISTS (SELECT 1 FROM ballot_box WHERE wave_id = $1))`,
      [waveId, onlyEmpty],
    );
    if (moved.rowCount !== 1) return false;
    await first();
    await client.query("DELETE FROM ballot_box WHERE wave_id = $1", [waveId]);
    await client.query("DELETE FROM seal_progress WHERE wave_id = $1", [waveId]);
    await client.query(
      `INSERT INTO audit_events (id, at, account_id, account_name, action, subject_type, subject_id, detail)
       VALUES ($1, $2, $3, $4, 'wave.destroyed-unopened', 'wave', $5, $6)`,
      [event.id, event.at, event.accountId, event.accountName, waveId, JSON.stringify(event.detail)],
    );
    return true;
  });
}
