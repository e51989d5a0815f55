import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { deleteHelpLine as remove, listHelpLines, lockHelpLines } from "@/lib/data/help-lines";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Takes a line away from students. */
export async function deleteHelpLine(
  context: ServiceContext,
  { id }: { readonly id: string },
): Promise<Result<null, "forbidden" | "missing">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  return inTransaction(async (tx) => {
    await lockHelpLines(tx);
    const line = (await listHelpLines(tx)).find((row) => row.id === id);
    if (line === undefined) return failure("missing");
    await remove(tx, id);
    await recordEvent(tx, context, {
      action: "help-line.deleted",
      subjectType: "district",
      subjectId: "1",
      detail: { line: line.name, language: line.language },
    });
    return success(null);
  });
}
