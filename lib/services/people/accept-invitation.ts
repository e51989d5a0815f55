import type { Role } from "@/lib/access/actor";
import { createAccount, findAccountForSignIn } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { findInvitation, type InvitationRow, markInvitationUsed } from "@/lib/data/invitations";
import { failure, type Result, success } from "@/lib/result";
import { hashPassword, passwordProblem } from "@/lib/server/password";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { hashInvitationToken } from "./invite-colleague";

/** The open invitation behind a link, or null: used, expired and invented links look alike. */
export async function readInvitation(
  context: ServiceContext,
  token: string,
): Promise<InvitationRow | null> {
  const invitation = await findInvitation(hashInvitationToken(token));
  if (invitation === null || invitation.usedAt !== null) return null;
  return invitation.expiresAt > context.now ? invitation : null;
}

/** Creates the invited account with the password chosen. A link works once. */
export async function acceptInvitation(
  context: ServiceContext,
  input: { token: string; password: string },
): Promise<
  Result<{ accountId: string; name: string; role: Role }, "missing" | "invalid" | "has-account">
> {
  const invitation = await readInvitation(context, input.token);
  if (invitation === null) return failure("missing");
  const weak = passwordProblem(input.password);
  if (weak !== null) return failure("invalid", { fields: { password: weak } });

  const passwordHash = await hashPassword(input.password);
  const accountId = context.randomUuid();
  return inTransaction(async (tx) => {
    if ((await findAccountForSignIn(invitation.email, tx)) !== null) return failure("has-account");
    if (!(await markInvitationUsed(tx, invitation.id, context.now))) return failure("missing");
    await createAccount(tx, {
      id: accountId,
      email: invitation.email,
      name: invitation.name,
      passwordHash,
      role: invitation.role,
      schoolIds: invitation.schoolIds,
      personId: invitation.personId,
      createdAt: context.now,
    });
    const actor = {
      kind: "staff",
      accountId,
      name: invitation.name,
      role: invitation.role,
      schoolIds: [],
      classIds: [],
    } as const;
    await recordEvent(
      tx,
      { ...context, actor },
      {
        action: "invitation.accepted",
        subjectType: "invitation",
        subjectId: invitation.id,
        detail: { name: invitation.name, role: invitation.role },
      },
    );
    return success({ accountId, name: invitation.name, role: invitation.role });
  });
}
