import { prisma, type Tx } from "./client";

/** Somebody who is told when a student asks for an adult. */
export interface ReceiverRow {
  readonly accountId: string;
  /** The account's own name, for staff. */
  readonly name: string;
  /** What students read. */
  readonly shownAs: string;
  readonly allSchools: boolean;
  readonly schoolIds: string[];
  /** A disabled account receives nothing. */
  readonly disabled: boolean;
}

const RECEIVER = {
  accountId: true,
  shownAs: true,
  allSchools: true,
  schoolIds: true,
  account: { select: { name: true, disabled: true } },
} as const;

function flat({
  account,
  ...row
}: Omit<ReceiverRow, "name" | "disabled"> & {
  account: { name: string; disabled: boolean };
}): ReceiverRow {
  return { ...row, ...account };
}

/** Everybody named, by name; also those whose account is disabled. */
export async function listReceivers(tx: Tx = prisma()): Promise<ReceiverRow[]> {
  const rows = await tx.adultReceiver.findMany({
    orderBy: [{ account: { name: "asc" } }, { accountId: "asc" }],
    select: RECEIVER,
  });
  return rows.map(flat);
}

/** Those who receive what students of a school send, and can sign in. */
export async function listReceiversOf(
  schoolId: string,
  tx: Tx = prisma(),
): Promise<ReceiverRow[]> {
  const rows = await tx.adultReceiver.findMany({
    where: {
      account: { disabled: false },
      OR: [{ allSchools: true }, { schoolIds: { has: schoolId } }],
    },
    orderBy: [{ shownAs: "asc" }, { accountId: "asc" }],
    select: RECEIVER,
  });
  return rows.map(flat);
}

/** What somebody receives; null: nothing. */
export async function findReceiver(
  accountId: string,
  tx: Tx = prisma(),
): Promise<ReceiverRow | null> {
  const row = await tx.adultReceiver.findFirst({
    where: { accountId, account: { disabled: false } },
    select: RECEIVER,
  });
  return row === null ? null : flat(row);
}

/** Names somebody, or changes for which schools and under which name. */
export async function writeReceiver(
  tx: Tx,
  receiver: Pick<ReceiverRow, "accountId" | "shownAs" | "allSchools" | "schoolIds">,
): Promise<void> {
  const { accountId, ...data } = receiver;
  await tx.adultReceiver.upsert({
    where: { accountId },
    create: { accountId, ...data },
    update: data,
    select: { accountId: true },
  });
}

/** False when they were not named any more. */
export async function deleteReceiver(tx: Tx, accountId: string): Promise<boolean> {
  const { count } = await tx.adultReceiver.deleteMany({ where: { accountId } });
  return count === 1;
}
