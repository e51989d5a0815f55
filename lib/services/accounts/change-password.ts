import { changePasswordHash, findAccountById } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { withdrawInvitations } from "@/lib/data/invitations";
import { failure, type Result, success } from "@/lib/result";
import { hashPassword, passwordProblem } from "@/lib/server/password";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { checkCredentials } from "./check-credentials";

export interface PasswordChange {
  readonly currentPassword: string;
  readonly newPassword: string;
  /** As in `checkCredentials`: wrong current passwords count as failed sign-ins. */
  readonly secret: string;
}

/**
 * Changes one's own password and ends every session of the account. Returns what a new session for
 * this browser needs.
 */
export async function changePassword(
  context: ServiceContext,
  input: PasswordChange,
): Promise<
  Result<
    { accountId: string; name: string; sessionEpoch: number },
    "forbidden" | "invalid" | "locked"
  >
> {
  const { actor } = context;
  if (actor.kind !== "staff") return failure("forbidden");
  const account = await findAccountById(actor.accountId);
  if (account === null) return failure("forbidden");
  const weak = passwordProblem(input.newPassword);
  if (weak !== null) return failure("invalid", { fields: { newPassword: weak } });
  if (input.newPassword === input.currentPassword) {
    return failure("invalid", { fields: { newPassword: "Choose a password that is new." } });
  }
  const checked = await checkCredentials(context, {
    email: account.email,
    password: input.currentPassword,
    secret: input.secret,
  });
  if (!checked.ok) {
    if (checked.code === "locked") return failure("locked", { detail: checked.detail ?? {} });
    return failure("invalid", { fields: { currentPassword: "This is not your password." } });
  }

  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(async (tx) => {
    const sessionEpoch = await changePasswordHash(tx, account.id, passwordHash);
    // A link to a new password that is still open would undo this one.
    await withdrawInvitations(tx, { accountId: account.id });
    await recordEvent(tx, context, {
      action: "account.password-changed",
      subjectType: "account",
      subjectId: account.id,
      detail: { name: account.name },
    });
    return success({ accountId: account.id, name: account.name, sessionEpoch });
  });
}
