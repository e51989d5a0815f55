import { can } from "@/lib/access/can";
import { disableAccount as writeDisabled, findAccountById } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { withdrawInvitations } from "@/lib/data/invitations";
import { findTeacherSchools } from "@/lib/data/people";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/**
 * Disables an account, ends its sessions at once and withdraws the invitations it has sent: somebody
 * who leaves keeps no second way in. Nobody disables themselves.
 */
export async function disableAccount(
  context: ServiceContext,
  accountId: string,
): Promise<Result<null, "missing" | "own-account">> {
  const account = await findAccountById(accountId);
  if (account === null) return failure("missing");
  const schoolIds =
    account.personId === null ? account.schoolIds : await findTeacherSchools(account.personId);
  if (!can(context.actor, "account.disable", { role: account.role, schoolIds }).allowed) {
    return failure("missing");
  }
  if (context.actor.kind === "staff" && context.actor.accountId === accountId) {
    return failure("own-account");
  }
  await inTransaction(async (tx) => {
    await writeDisabled(tx, accountId);
    await withdrawInvitations(tx, { invitedBy: accountId });
    await recordEvent(tx, context, {
      action: "account.disabled",
      subjectType: "account",
      subjectId: accountId,
      detail: { name: account.name },
    });
  });
  return success(null);
}
