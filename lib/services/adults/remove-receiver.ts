import { can } from "@/lib/access/can";
import { findAccountById } from "@/lib/data/accounts";
import { deleteReceiver } from "@/lib/data/adult-receivers";
import { inTransaction } from "@/lib/data/client";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Takes somebody off those who are told; from then on they see no request, old ones neither. */
export async function removeReceiver(
  context: ServiceContext,
  { accountId }: { readonly accountId: string },
): Promise<Result<null, "forbidden" | "missing">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const account = await findAccountById(accountId);
  return inTransaction(async (tx) => {
    if (!(await deleteReceiver(tx, accountId))) return failure("missing");
    await recordEvent(tx, context, {
      action: "adult.receiver-removed",
      subjectType: "account",
      subjectId: accountId,
      detail: { name: account?.name ?? null },
    });
    return success(null);
  });
}
