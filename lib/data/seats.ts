import { inTransaction, prisma, type Tx } from "./client";

/**
 * Revokes the slips that nobody has used and inserts new ones. Hashes only: the codes are on paper.
 * There may be more unused slips than students left to answer: `collectSeat` holds the count.
 */
export async function replaceSeats(
  tx: Tx,
  marginId: string,
  seats: readonly { id: string; codeHash: Uint8Array }[],
): Promise<void> {
  await lockMargin(tx, marginId);
  await tx.seat.updateMany({ where: { marginId, state: "unused" }, data: { state: "revoked" } });
  await tx.seat.createMany({
    data: seats.map(({ id, codeHash }) => ({
      id,
      marginId,
      codeHash: Buffer.from(codeHash),
      state: "unused",
    })),
  });
}

/** What a class's slips have come to. */
export interface SeatProgress {
  /** Ballots collected, for the progress of the room: shown in blocks, never as it is. */
  readonly collected: number;
  /** Whether a sheet of slips was ever made. */
  readonly printed: boolean;
}

/** Progress of each margin of a wave that has slips; of one class when `classId` is given. */
export async function readSeatProgress(
  query: { waveId: string; classId?: string },
  tx: Tx = prisma(),
): Promise<Map<string, SeatProgress>> {
  const rows = await tx.seat.groupBy({
    by: ["marginId", "state"],
    where: {
      margin: {
        waveId: query.waveId,
        ...(query.classId === undefined ? {} : { classId: query.classId }),
      },
    },
    _count: true,
  });
  const progress = new Map<string, SeatProgress>();
  for (const row of rows) {
    const before = progress.get(row.marginId)?.collected ?? 0;
    const collected = before + (row.state === "collected" ? row._count : 0);
    progress.set(row.marginId, { collected, printed: true });
  }
  return progress;
}

export type CollectOutcome = "collected" | "again" | "used" | "revoked" | "unknown";

/**
 * Marks a seat collected, once, for one blinded request. The same request again is `again`: the answer
 * got lost on the way and may be given once more. When as many ballots are collected as students are on
 * the roster, what is left over of a sheet is `revoked`: a second sheet buys nobody a second voice.
 *
 * Attack: a dump that joins the newest seat (`xmin`, `ctid`) to the newest ballot. So every collection
 * rewrites all seats of the class in one statement: they share one transaction id and lie in the order
 * of the scan, and the row that changed last cannot be told from the others.
 */
export async function collectSeat(seat: {
  marginId: string;
  codeHash: Uint8Array;
  requestHash: Uint8Array;
}): Promise<CollectOutcome> {
  return inTransaction(async (tx) => {
    await lockMargin(tx, seat.marginId);
    const found = await tx.seat.findUnique({
      where: { codeHash: Buffer.from(seat.codeHash) },
      select: { id: true, marginId: true, state: true, requestHash: true },
    });
    if (found === null || found.marginId !== seat.marginId) return "unknown";
    if (found.state === "revoked") return "revoked";
    if (found.state === "collected") {
      const same =
        found.requestHash !== null &&
        Buffer.compare(Buffer.from(found.requestHash), seat.requestHash) === 0;
      return same ? "again" : "used";
    }
    const full = await tx.$queryRaw<{ full: boolean }[]>`
      SELECT (SELECT count(*) FROM seats WHERE margin_id = m.id AND state = 'collected')
             >= m.roster_size AS full
      FROM margins m WHERE m.id = ${seat.marginId}::uuid`;
    if (full[0]?.full !== false) return "revoked";
    await tx.$executeRaw`
      UPDATE seats SET
        state = CASE WHEN id = ${found.id}::uuid THEN 'collected' ELSE state END,
        request_hash = CASE WHEN id = ${found.id}::uuid THEN ${Buffer.from(seat.requestHash)} ELSE request_hash END
      WHERE margin_id = ${seat.marginId}::uuid`;
    return "collected";
  });
}

async function lockMargin(tx: Tx, marginId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${marginId}::text, 1))`;
}

/**
 * Removes the seats of a sealed wave: which slips collected is of no more use, and a thief who has the
 * pepper too could try codes against their hashes.
 */
export async function forgetSeats(waveId: string, tx: Tx = prisma()): Promise<void> {
  await tx.seat.deleteMany({ where: { margin: { waveId } } });
}
