/**
 * The list of receipts that is public after a seal: the SHA-256 of every ballot counted, filled up with hashes
 * that stand for none, sorted, 32 bytes each.
 *
 * Why filling: outsiders must not count the ballots exactly; in a pulse of one class that is the class, and
 * whether one student more or fewer took part would show. The length follows from the band shown beside it
 * and says nothing more: it is always the next multiple of the block, so that 85 and 89 ballots, in blocks of
 * 5, both give 90 lines. (Filled only where needed, 85 ballots would give 85 lines and be told from 86.)
 *
 * Who can tell filling from receipts: nobody by looking, because both are 256 bits that nobody can predict.
 * Filling is derived from the wave's private key (seal-secrets.ts), which the seal destroys: afterwards
 * neither the server nor a thief of the database can. A student knows their own receipt and no other. Who held
 * the sealed ballots before the seal (a copy of the box) can hash them and count; the box told them the
 * number already. Administrators who may download the release read exact numbers there.
 */
export const RECEIPT_BYTES = 32;

/**
 * Ballots in a block. A student casts one ballot for the class, one for each demographic and one for words,
 * mostly all or none: a block of 5 ballots would hold two or three students, so it is of 5 students.
 */
export function ballotBlock(participationBlock: number, ballotsOfStudent: number): number {
  return participationBlock * ballotsOfStudent;
}

/** The list, from the receipts of the ballots counted in any order. */
export function fillReceipts(
  receipts: readonly Uint8Array[],
  block: number,
  filling: (at: number) => Uint8Array,
): Buffer {
  const missing = listLength(receipts.length, block) - receipts.length;
  const all = [...receipts, ...Array.from({ length: missing }, (_, at) => filling(at))];
  return Buffer.concat(all.sort((a, b) => Buffer.compare(a, b)));
}

/** Ballots counted, as far as a list of this many lines tells; null for a list that was never filled. */
export function countedBand(lines: number, block: number): { lo: number; hi: number } | null {
  return lines === 0 || lines % block !== 0 ? null : { lo: lines - block, hi: lines - 1 };
}

/** The receipts of a list in hexadecimal, in its order. */
export function receiptLines(list: Uint8Array): string[] {
  const hex = Buffer.from(list).toString("hex");
  const digits = 2 * RECEIPT_BYTES;
  return Array.from({ length: hex.length / digits }, (_, at) =>
    hex.slice(at * digits, (at + 1) * digits),
  );
}

function listLength(ballots: number, block: number): number {
  return ballots - (ballots % block) + block;
}
