import type { Role } from "@/lib/access/actor";
import { prisma, type Tx } from "./client";

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly schoolIds: string[];
  readonly personId: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const INVITATION = {
  id: true,
  email: true,
  name: true,
  role: true,
  schoolIds: true,
  personId: true,
  expiresAt: true,
  usedAt: true,
} as const;

/** Only the hash of the link's token is stored: a stolen backup opens no account. */
export async function createInvitation(
  tx: Tx,
  invitation: Omit<InvitationRow, "usedAt"> & {
    tokenHash: Uint8Array;
    /** Null: made on the server's command line. */
    invitedBy: string | null;
    createdAt: Date;
    /** Given for a link to a new password: the account it is for. */
    accountId?: string;
  },
): Promise<void> {
  await tx.invitation.create({
    data: { ...invitation, tokenHash: Buffer.from(invitation.tokenHash) },
    select: { id: true },
  });
}

export async function findInvitation(
  tokenHash: Uint8Array,
  tx: Tx = prisma(),
): Promise<InvitationRow | null> {
  const row = await tx.invitation.findUnique({
    where: { tokenHash: Buffer.from(tokenHash), accountId: null },
    select: INVITATION,
  });
  return row === null ? null : { ...row, role: row.role as Role };
}

export interface ResetLinkRow {
  readonly id: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

/** A link to a new password; null also for the hash of an invitation. */
export async function findResetLink(
  tokenHash: Uint8Array,
  tx: Tx = prisma(),
): Promise<ResetLinkRow | null> {
  const row = await tx.invitation.findUnique({
    where: { tokenHash: Buffer.from(tokenHash) },
    select: { id: true, accountId: true, expiresAt: true, usedAt: true },
  });
  if (row === null) return null;
  const { accountId, ...rest } = row;
  return accountId === null ? null : { ...rest, accountId };
}

/** Marks an invitation used; false when somebody was quicker. */
export async function markInvitationUsed(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return count === 1;
}

export async function listOpenInvitations(now: Date, tx: Tx = prisma()): Promise<InvitationRow[]> {
  const rows = await tx.invitation.findMany({
    where: { accountId: null, usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: INVITATION,
  });
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/**
 * Withdraws open links: the invitations for an address and role, which a new one takes the place of;
 * all that an account has made; or those to a new password of an account.
 */
export async function withdrawInvitations(
  tx: Tx,
  which:
    | { readonly email: string; readonly role: Role; readonly accountId: null }
    | { readonly invitedBy: string }
    | { readonly accountId: string },
): Promise<void> {
  await tx.invitation.deleteMany({ where: { ...which, usedAt: null } });
}
