import type { Role } from "@/lib/access/actor";
import { prisma, type Tx } from "./client";

export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly schoolIds: string[];
  readonly personId: string | null;
  readonly sessionEpoch: number;
  readonly disabled: boolean;
}

const ACCOUNT = {
  id: true,
  email: true,
  name: true,
  role: true,
  schoolIds: true,
  personId: true,
  sessionEpoch: true,
  disabled: true,
} as const;

// The database's CHECK constraint holds the role to the three known ones.
function typed<T extends { role: string }>(row: T): T & { role: Role } {
  return { ...row, role: row.role as Role };
}

export async function findAccountById(id: string, tx: Tx = prisma()): Promise<AccountRow | null> {
  const row = await tx.account.findUnique({ where: { id }, select: ACCOUNT });
  return row === null ? null : typed(row);
}

/** Addresses are stored in lower case. */
export async function findAccountForSignIn(
  email: string,
  tx: Tx = prisma(),
): Promise<(AccountRow & { passwordHash: string }) | null> {
  const row = await tx.account.findUnique({
    where: { email: email.toLowerCase() },
    select: { ...ACCOUNT, passwordHash: true },
  });
  return row === null ? null : typed(row);
}

export async function countAccounts(tx: Tx = prisma()): Promise<number> {
  return tx.account.count();
}

export async function listAccounts(tx: Tx = prisma()): Promise<AccountRow[]> {
  const rows = await tx.account.findMany({ orderBy: { name: "asc" }, select: ACCOUNT });
  return rows.map(typed);
}

export interface NewAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly schoolIds: readonly string[];
  readonly personId: string | null;
  readonly createdAt: Date;
}

export async function createAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.account.create({
    data: { ...account, email: account.email.toLowerCase(), schoolIds: [...account.schoolIds] },
    select: { id: true },
  });
}

/** Disables an account and ends its sessions. */
export async function disableAccount(tx: Tx, id: string): Promise<void> {
  await tx.account.update({
    where: { id },
    data: { disabled: true, sessionEpoch: { increment: 1 } },
    select: { id: true },
  });
}

/**
 * Lets a disabled account sign in again; false when it was enabled already. Its epoch stays moved on:
 * no old session comes back.
 */
export async function enableAccount(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id, disabled: true },
    data: { disabled: false },
  });
  return count === 1;
}

/** Accounts that can sign in and take the week's mail, by id. */
export async function listMailAccounts(tx: Tx = prisma()): Promise<AccountRow[]> {
  const rows = await tx.account.findMany({
    where: { disabled: false, weeklyMail: true },
    orderBy: { id: "asc" },
    select: ACCOUNT,
  });
  return rows.map(typed);
}

/** Whether the week's mail goes to an account; null: there is no such account. */
export async function findWeeklyMail(id: string, tx: Tx = prisma()): Promise<boolean | null> {
  const row = await tx.account.findUnique({ where: { id }, select: { weeklyMail: true } });
  return row?.weeklyMail ?? null;
}

/** Turns the week's mail on or off; false when there is no such account. */
export async function setWeeklyMail(id: string, weeklyMail: boolean): Promise<boolean> {
  const { count } = await prisma().account.updateMany({ where: { id }, data: { weeklyMail } });
  return count === 1;
}

/** The classes in which a person is enrolled as a teacher now. */
export async function listTaughtClassIds(personId: string, tx: Tx = prisma()): Promise<string[]> {
  const rows = await tx.enrollment.findMany({
    where: { personId, role: "teacher", active: true, class: { active: true } },
    select: { classId: true },
    distinct: ["classId"],
    orderBy: { classId: "asc" },
  });
  return rows.map((row) => row.classId);
}

/** Of these classes the ones with a teacher who can sign in. */
export async function listClassesWithTeacher(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<ReadonlySet<string>> {
  const rows = await tx.enrollment.findMany({
    where: {
      classId: { in: [...classIds] },
      role: "teacher",
      active: true,
      person: { accounts: { some: { role: "teacher", disabled: false } } },
    },
    select: { classId: true },
    distinct: ["classId"],
  });
  return new Set(rows.map((row) => row.classId));
}

/** Who teaches these classes now and can sign in: pairs of class and account. */
export async function listTeacherAccounts(
  classIds: readonly string[],
  tx: Tx = prisma(),
): Promise<{ classId: string; accountId: string }[]> {
  const rows = await tx.enrollment.findMany({
    where: {
      classId: { in: [...classIds] },
      role: "teacher",
      active: true,
      class: { active: true },
      person: { accounts: { some: { role: "teacher", disabled: false } } },
    },
    select: {
      classId: true,
      person: {
        select: {
          accounts: { where: { role: "teacher", disabled: false }, select: { id: true } },
        },
      },
    },
  });
  return rows.flatMap(({ classId, person }) =>
    person.accounts.map(({ id }) => ({ classId, accountId: id })),
  );
}

/** The account of somebody on the roster, or null. */
export async function findAccountOfPerson(
  personId: string,
  tx: Tx = prisma(),
): Promise<AccountRow | null> {
  const row = await tx.account.findFirst({ where: { personId }, select: ACCOUNT });
  return row === null ? null : typed(row);
}

/** Stores a new password and ends every session; returns the epoch that new sessions carry. */
export async function changePasswordHash(
  tx: Tx,
  id: string,
  passwordHash: string,
): Promise<number> {
  const { sessionEpoch } = await tx.account.update({
    where: { id },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  });
  return sessionEpoch;
}
