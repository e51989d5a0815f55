import { checkBallot } from "@/lib/ballots/server/check-ballot";
import { decodeCastRecord } from "@/lib/ballots/wire/cast-record";
import { ballotIsStored, storeBallot } from "@/lib/data/ballot-box";
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
  const checked = checkBallot(record, key);
  if (!checked.ok) return failure("refused");
  const { nullifier, waveId, marginId, sealed } = checked.ballot;
  const ballot = { nullifier, waveId, marginId, ciphertext: sealed };
  if (key.closesAt <= now) {
    // Time is up. A ballot whose acknowledgement was lost before is counted, and its student hears so.
    return (await ballotIsStored(ballot)) ? success(null) : failure("closed");
  }
  const outcome = await storeBallot(ballot);
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
