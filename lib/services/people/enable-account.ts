import { enableAccount as writeEnabled } from "@/lib/data/accounts";
import { inTransaction } from "@/lib/data/client";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { reachAccount } from "./reach-account";

/**
 * Enables a disabled account again, by whoever may disable it. The password is the old one; sessions
 * and links that ended with the disabling stay ended. Enabling an enabled account changes nothing.
 */
export async function enableAccount(
  context: ServiceContext,
  accountId: string,
): Promise<Result<null, "missing">> {
  const reached = await reachAccount(context, "account.disable", accountId);
  if (reached === null) return failure("missing");
  await inTransaction(async (tx) => {
    if (!(await writeEnabled(tx, accountId))) return;
    await recordEvent(tx, context, {
      action: "account.enabled",
      subjectType: "account",
      subjectId: accountId,
      detail: { name: reached.account.name },
    });
  });
  return success(null);
}
