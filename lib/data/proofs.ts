import { webPool } from "./client";

/** What a release proves without being read: nothing here is finer than the whole wave. */
export interface StoredProof {
  readonly hash: string;
  /** YYYY-MM-DD */
  readonly sealedOn: string;
  /** Releases from before salts were in them have hashes that can be guessed. */
  readonly salted: boolean;
  readonly audit: unknown;
  /** Length of the list of receipts; null for a wave from before there was one. */
  readonly receiptBytes: number | null;
}

/** The proof of a sealed wave; null before its seal and where there is no release. */
export async function findProof(waveId: string): Promise<StoredProof | null> {
  const { rows } = await webPool().query<StoredProof>({
    name: "find-proof",
    text: `SELECT r.hash, r.sealed_on::text AS "sealedOn", r.body ? 'salt' AS salted,
                  r.body->'audit' AS audit, octet_length(r.receipts) AS "receiptBytes"
           FROM releases r JOIN waves w ON w.id = r.wave_id
           WHERE r.wave_id = $1 AND w.state = 'sealed'`,
    values: [waveId],
  });
  return rows[0] ?? null;
}

/** The list of receipts of a sealed wave, if it was filled: lists and salts came together. */
export async function findReceipts(waveId: string): Promise<Buffer | null> {
  const { rows } = await webPool().query<{ receipts: Buffer | null }>({
    name: "find-receipts",
    text: `SELECT r.receipts FROM releases r JOIN waves w ON w.id = r.wave_id
           WHERE r.wave_id = $1 AND w.state = 'sealed' AND r.body ? 'salt'`,
    values: [waveId],
  });
  return rows[0]?.receipts ?? null;
}

/** Ballots counted in the groups that no other group holds, from a release's own figures. */
export async function countRespondents(waveId: string): Promise<number> {
  const { rows } = await webPool().query<{ n: number }>({
    name: "count-respondents",
    text: `SELECT coalesce(sum((g->>'n')::int), 0)::int AS n
           FROM releases, jsonb_array_elements(body->'groups') AS g
           WHERE wave_id = $1 AND g->>'parent' IS NULL AND coalesce(g->>'margin', 'class') = 'class'`,
    values: [waveId],
  });
  return rows[0]?.n ?? 0;
}
