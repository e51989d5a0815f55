import { ballotPool, sealerPool, inPoolTransaction } from "./client";

export interface BallotKey {
  readonly waveId: string;
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
  readonly closesAt: Date;
}

export interface StoredBallot {
  readonly nullifier: Uint8Array;
  readonly waveId: string;
  readonly marginId: string;
  readonly ciphertext: Uint8Array;
}

/** SQLSTATE of the box's guard: the wave takes no ballots. */
const NOT_OPEN = "HE001";

/** The public key of a margin, as the ballot role sees it. */
export async function findBallotKey(marginId: string): Promise<BallotKey | null> {
  const { rows } = await ballotPool().query<{ wave_id: string; public_key: Buffer; closes_at: Date }>({
    name: "find-ballot-key",
    text: "SELECT wave_id, public_key, closes_at FROM ballot_keys WHERE margin_id = $1",
    values: [marginId],
  });
  const row = rows[0];
  if (row === undefined) return null;
  return { waveId: row.wave_id, publicKey: row.public_key, closesAt: row.closes_at };
}

export type StoreOutcome = "stored" | "again" | "conflict" | "not-open";

/**
 * Puts one ballot into the box, in a transaction of its own. The same ballot again is `again`; another
 * one under the same nullifier is `conflict`; a wave that is not open takes nothing.
 */
export async function storeBallot(ballot: StoredBallot): Promise<StoreOutcome> {
  const { nullifier, waveId, marginId, ciphertext } = ballot;
  try {
    const { rowCount } = await ballotPool().query({
      name: "store-ballot",
      text: `INSERT INTO ballot_box (nullifier, wave_id, margin_id, ciphertext)
             VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      values: [nullifier, waveId, marginId, ciphertext],
    });
    if (rowCount === 1) return "stored";
  } catch (error) {
    if ((error as { code?: string }).code !== NOT_OPEN) throw error;
    // Its first answer may have been lost just before the wave closed: it is counted, and says so.
    return (await ballotIsStored(ballot)) ? "again" : "not-open";
  }
  return (await ballotIsStored(ballot)) ? "again" : "conflict";
}

/** Whether this very ballot is in the box already. The box itself cannot be read. */
export async function ballotIsStored({
  nullifier,
  ciphertext,
}: Pick<StoredBallot, "nullifier" | "ciphertext">): Promise<boolean> {
  const { rows } = await ballotPool().query<{ stored: boolean }>({
    name: "ballot-is-stored",
    text: "SELECT ballot_is_stored($1, $2) AS stored",
    values: [nullifier, ciphertext],
  });
  return rows[0]?.stored === true;
}

/** Every ballot of a wave, in no order that means anything. The sealer's connection only. */
export async function readBox(waveId: string): Promise<StoredBallot[]> {
  const { rows } = await sealerPool().query<{
    nullifier: Buffer;
    margin_id: string;
    ciphertext: Buffer;
  }>("SELECT nullifier, margin_id, ciphertext FROM ballot_box WHERE wave_id = $1 ORDER BY nullifier", [
    waveId,
  ]);
  return rows.map((row) => ({
    nullifier: row.nullifier,
    waveId,
    marginId: row.margin_id,
    ciphertext: row.ciphertext,
  }));
}

/** Deletes a wave's ballots, once its release is there. */
export async function emptyBox(waveId: string): Promise<void> {
  await inPoolTransaction(sealerPool(), async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM releases WHERE wave_id = $1", [waveId]);
    if (rowCount !== 1) throw new Error("the box is emptied only after the release is written");
    await client.query("DELETE FROM ballot_box WHERE wave_id = $1", [waveId]);
  });
}
