import { prisma, sealerPool, type Tx, webPool } from "./client";

export interface NewSeat {
  readonly id: string;
  readonly codeHash: Uint8Array;
  /** Of a seat dealt by name: whose it is. */
  readonly personId: string | null;
  /** Margins it collects for beside its class's: demographic groups, words. */
  readonly extraMargins: readonly string[];
}

/**
 * Revokes the slips that nobody has used and inserts new ones. Hashes only: the codes are on paper.
 * There may be more unused slips than students left to answer: `collectSeat` holds the count. A student by
 * name who has collected gets a new slip all the same, which is good for nothing: a sheet without it would
 * tell who has answered.
 */
export async function replaceSeats(
  tx: Tx,
  marginId: string,
  seats: readonly NewSeat[],
): Promise<void> {
  await lockMargin(tx, marginId);
  await tx.seat.updateMany({ where: { marginId, state: "unused" }, data: { state: "revoked" } });
  const collected = await tx.seat.findMany({
    where: { marginId, state: "collected", personId: { not: null } },
    select: { personId: true },
  });
  const done = new Set(collected.map(({ personId }) => personId));
  await tx.seat.createMany({
    data: seats.map(({ id, codeHash, personId, extraMargins }) => ({
      id,
      marginId,
      codeHash: Buffer.from(codeHash),
      state: personId !== null && done.has(personId) ? "revoked" : "unused",
      personId,
      extraMargins: [...extraMargins],
    })),
  });
}

/**
 * Revokes the unused slips by name of students who take no part any more. Says nothing of how many there were.
 * Attack: an administrator enters a "no" for one student of an open pulse and is told that a slip was revoked, or
 * that none was, which is whether the student has taken part.
 */
export async function revokeSeatsOf(tx: Tx, personIds: readonly string[]): Promise<void> {
  for (let at = 0; at < personIds.length; at += BATCH) {
    const unused = { personId: { in: personIds.slice(at, at + BATCH) }, state: "unused" };
    const seats = await tx.seat.findMany({ where: unused, select: { marginId: true } });
    // As collecting does: a slip is collected or revoked, whichever comes first, and never both.
    const margins = [...new Set(seats.map(({ marginId }) => marginId))].sort();
    for (const marginId of margins) await lockMargin(tx, marginId);
    await tx.seat.updateMany({ where: unused, data: { state: "revoked" } });
  }
}

const BATCH = 5_000;
/** One student's new slip, in place of the one that is lost: what is unused of theirs stops working. */
export async function replaceSeatOf(
  tx: Tx,
  marginId: string,
  seat: NewSeat & { readonly personId: string },
): Promise<"replaced" | "collected"> {
  const { id, codeHash, personId, extraMargins } = seat;
  // The lock that collecting takes: a slip used while its successor is made has been used.
  await lockMargin(tx, marginId);
  const done = await tx.seat.count({ where: { marginId, personId, state: "collected" } });
  if (done > 0) return "collected";
  await tx.seat.updateMany({
    where: { marginId, personId, state: "unused" },
    data: { state: "revoked" },
  });
  await tx.seat.create({
    data: {
      ...{ id, marginId, personId, state: "unused" },
      codeHash: Buffer.from(codeHash),
      extraMargins: [...extraMargins],
    },
  });
  return "replaced";
}

/**
 * Who of a class has collected ballots, by person id, in the order of the ids: never in the order in which rows
 * were written. Only of slips dealt by name.
 */
export async function listCollectedPeople(
  marginId: string,
  tx: Tx = prisma(),
): Promise<readonly string[]> {
  const rows = await tx.seat.findMany({
    where: { marginId, state: "collected", personId: { not: null } },
    orderBy: { personId: "asc" },
    select: { personId: true },
  });
  return rows.flatMap(({ personId }) => personId ?? []);
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

/** Whether slips of a wave that is not sealed were made, for a class of these schools or of any. */
export async function hasSlips(
  { schoolIds }: { readonly schoolIds?: readonly string[] },
  tx: Tx = prisma(),
): Promise<boolean> {
  const own = schoolIds === undefined ? {} : { class: { schoolId: { in: [...schoolIds] } } };
  return (await tx.seat.findFirst({ where: { margin: own }, select: { id: true } })) !== null;
}

export type CollectOutcome = "collected" | "again" | "used" | "revoked" | "unknown";

/**
 * Marks a seat collected, once, for one blinded request. The same request again is `again`: the answer
 * got lost on the way and may be given once more. When as many ballots are collected as students are on
 * the roster, what is left over of a sheet is `revoked`: a second sheet buys nobody a second voice.
 * What it does, and against which attack, is in the database's function `collect_seat`.
 */
export async function collectSeat(seat: {
  marginId: string;
  codeHash: Uint8Array;
  requestHash: Uint8Array;
}): Promise<CollectOutcome> {
  const { rows } = await webPool().query<{ outcome: CollectOutcome }>({
    name: "collect-seat",
    text: "SELECT collect_seat($1, $2, $3) AS outcome",
    values: [seat.marginId, seat.codeHash, seat.requestHash],
  });
  return rows[0]?.outcome ?? "unknown";
}

async function lockMargin(tx: Tx, marginId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${marginId}::text, 1))`;
}

/**
 * Removes the seats of a sealed wave: which slips collected is of no more use, and a thief who has the
 * pepper too could try codes against their hashes. And who was in which demographic group: it was needed
 * to make slips, and would outlive the demographics themselves when these are deleted.
 */
export async function forgetSeats(waveId: string, tx: Tx = prisma()): Promise<void> {
  await tx.seat.deleteMany({ where: { margin: { waveId } } });
  await sealerPool().query(
    "UPDATE margins SET roster = '{}' WHERE wave_id = $1 AND class_id IS NULL",
    [waveId],
  );
}
