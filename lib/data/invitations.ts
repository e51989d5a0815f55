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
    invitedBy: string;
    createdAt: Date;
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
    where: { tokenHash: Buffer.from(tokenHash) },
    select: INVITATION,
  });
  return row === null ? null : { ...row, role: row.role as Role };
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
    where: { usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: INVITATION,
  });
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/**
 * Withdraws open invitations: those for an address and role, which a new one takes the place of, or
 * those an account has sent.
 */
export async function withdrawInvitations(
  tx: Tx,
  which: { readonly email: string; readonly role: Role } | { readonly invitedBy: string },
): Promise<void> {
  await tx.invitation.deleteMany({ where: { ...which, usedAt: null } });
}
