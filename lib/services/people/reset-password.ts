import type { StaffActor } from "@/lib/access/actor";
import { type AccountRow, changePasswordHash, findAccountById } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { findResetLink, markInvitationUsed, type ResetLinkRow } from "@/lib/data/invitations";
import { forgetThrottle } from "@/lib/data/sign-in-throttle";
import { failure, type Result, success } from "@/lib/result";
import { hashPassword, passwordProblem } from "@/lib/server/password";
import { signInKey } from "../accounts/sign-in-key";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { hashResetToken } from "./write-reset-link";

const DAY_MS = 24 * 3600_000;

/** The account behind an open link, or null: used, expired and invented links look alike. */
export async function readResetLink(
  context: ServiceContext,
  token: string,
): Promise<AccountRow | null> {
  return (await openLink(context, token))?.account ?? null;
}

async function openLink(
  context: ServiceContext,
  token: string,
): Promise<{ link: ResetLinkRow; account: AccountRow } | null> {
  const link = await findResetLink(hashResetToken(token));
  if (link === null || link.usedAt !== null || link.expiresAt <= context.now) return null;
  const account = await findAccountById(link.accountId);
  return account === null || account.disabled ? null : { link, account };
}

export interface PasswordReset {
  readonly token: string;
  readonly password: string;
  /** As in `checkCredentials`: a lock on the address ends with the reset. */
  readonly secret: string;
}

/**
 * Sets the password chosen, ends every session of the account and its lock, if there is one. A link
 * works once. Returns what a new session for this browser needs.
 */
export async function resetPassword(
  context: ServiceContext,
  input: PasswordReset,
): Promise<
  Result<
    { accountId: string; name: string; role: AccountRow["role"]; sessionEpoch: number },
    "missing" | "invalid"
  >
> {
  const open = await openLink(context, input.token);
  if (open === null) return failure("missing");
  const weak = passwordProblem(input.password);
  if (weak !== null) return failure("invalid", { fields: { password: weak } });

  const passwordHash = await hashPassword(input.password);
  const { id: accountId, name, role, email } = open.account;
  return inTransaction(async (tx) => {
    if (!(await markInvitationUsed(tx, open.link.id, context.now))) return failure("missing");
    const sessionEpoch = await changePasswordHash(tx, accountId, passwordHash);
    await forgetThrottle(
      signInKey(input.secret, email),
      new Date(context.now.getTime() - DAY_MS),
      tx,
    );
    const actor: StaffActor = { kind: "staff", accountId, name, role, schoolIds: [], classIds: [] };
    await recordEvent(
      tx,
      { ...context, actor },
      {
        action: "account.password-reset",
        subjectType: "account",
        subjectId: accountId,
        detail: { name },
      },
    );
    return success({ accountId, name, role, sessionEpoch });
  });
}
