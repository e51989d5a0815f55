import { createHash } from "node:crypto";
import type { AccountRow } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { createInvitation, withdrawInvitations } from "@/lib/data/invitations";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

const RESET_LINK_MS = 24 * 3600_000;

/** How a link's token is stored. An invitation's token hashes otherwise: neither opens the other's page. */
export function hashResetToken(token: string): Uint8Array {
  return createHash("sha256").update(`new-password:${token}`).digest();
}

/**
 * Writes a link to a new password of an account, in place of an open one; the caller has authorised it.
 * Returns the token that goes into the link: it is shown once and not kept.
 */
export async function writeResetLink(
  context: ServiceContext,
  account: AccountRow,
): Promise<{ token: string }> {
  const token = Buffer.from(context.randomBytes(32)).toString("base64url");
  const { email, name, role } = account;
  await inTransaction(async (tx) => {
    await withdrawInvitations(tx, { accountId: account.id });
    await createInvitation(tx, {
      id: context.randomUuid(),
      accountId: account.id,
      email,
      name,
      role,
      schoolIds: [],
      personId: null,
      invitedBy: context.actor.kind === "staff" ? context.actor.accountId : null,
      tokenHash: hashResetToken(token),
      createdAt: context.now,
      expiresAt: new Date(context.now.getTime() + RESET_LINK_MS),
    });
    await recordEvent(tx, context, {
      action: "account.reset-link-created",
      subjectType: "account",
      subjectId: account.id,
      detail: { name },
    });
  });
  return { token };
}
