import { disableAccount as writeDisabled } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { withdrawInvitations } from "@/lib/data/invitations";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { reachAccount } from "./reach-account";

/**
 * Disables an account, ends its sessions at once and withdraws the links it has made and those to a
 * new password of its own: somebody who leaves keeps no second way in. Nobody disables themselves.
 */
export async function disableAccount(
  context: ServiceContext,
  accountId: string,
): Promise<Result<null, "missing" | "own-account">> {
  const reached = await reachAccount(context, "account.disable", accountId);
  if (reached === null) return failure("missing");
  if (reached.actor.accountId === accountId) return failure("own-account");
  await inTransaction(async (tx) => {
    await writeDisabled(tx, accountId);
    await withdrawInvitations(tx, { invitedBy: accountId });
    await withdrawInvitations(tx, { accountId });
    await recordEvent(tx, context, {
      action: "account.disabled",
      subjectType: "account",
      subjectId: accountId,
      detail: { name: reached.account.name },
    });
  });
  return success(null);
}
