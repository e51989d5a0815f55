import { checkBallot } from "@/lib/ballots/server/check-ballot";
import { decodeCastRecord } from "@/lib/ballots/wire/cast-record";
import { storeBallot } from "@/lib/data/ballot-box";
import { failure, type Result, success } from "@/lib/result";
import { ballotKey } from "@/lib/server/signing-keys";

export type CastRefusal = "malformed" | "refused" | "closed";

/**
 * Takes one cast record into the box. Knows nothing of seats, people, cookies or addresses. A repeat of
 * the same ballot is acknowledged again; an acknowledgement means that the ballot is on disk.
 */
export async function castBallot(now: Date, body: Uint8Array): Promise<Result<null, CastRefusal>> {
  const decoded = decodeCastRecord(body);
  if (!decoded.ok) return failure("malformed");
  const { record } = decoded;
  const key = await ballotKey(record.marginId);
  if (key === null || key.waveId !== record.waveId) return failure("refused");
  if (key.closesAt <= now) return failure("closed");
  const checked = checkBallot(record, key);
  if (!checked.ok) return failure("refused");
  const { nullifier, waveId, marginId, sealed } = checked.ballot;
  const outcome = await storeBallot({ nullifier, waveId, marginId, ciphertext: sealed });
  switch (outcome) {
    case "stored":
    case "again":
      return success(null);
    case "conflict":
      return failure("refused");
    case "not-open":
      return failure("closed");
  }
}
