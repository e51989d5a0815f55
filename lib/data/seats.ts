import { inTransaction, prisma, type Tx } from "./client";

export type SeatState = "unused" | "collected" | "revoked";

/** Revokes the slips that nobody has used and inserts new ones. Hashes only: the codes are on paper. */
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

/** How many slips of a margin are in which state. */
export async function countSeats(
  marginId: string,
  tx: Tx = prisma(),
): Promise<Record<SeatState, number>> {
  const rows = await tx.seat.groupBy({ by: ["state"], where: { marginId }, _count: true });
  const of = (state: SeatState) => rows.find((row) => row.state === state)?._count ?? 0;
  return { unused: of("unused"), collected: of("collected"), revoked: of("revoked") };
}

/** Collected slips for every margin of a wave, for the progress of the room (shown in blocks). */
export async function countCollectedByMargin(
  waveId: string,
  tx: Tx = prisma(),
): Promise<Map<string, number>> {
  const rows = await tx.seat.groupBy({
    by: ["marginId"],
    where: { margin: { waveId }, state: "collected" },
    _count: true,
  });
  return new Map(rows.map((row) => [row.marginId, row._count]));
}

export type CollectOutcome = "collected" | "again" | "used" | "revoked" | "unknown";

/**
 * Marks a seat collected, once, for one blinded request. The same request again is `again`: the answer
 * got lost on the way and may be given once more.
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
