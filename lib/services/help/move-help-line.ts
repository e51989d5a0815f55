import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { listHelpLines, lockHelpLines, setHelpLinePosition } from "@/lib/data/help-lines";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Moves a line one place up among the lines of its language; the first stays where it is. */
export async function moveHelpLineUp(
  context: ServiceContext,
  { id }: { readonly id: string },
): Promise<Result<null, "forbidden" | "missing">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  return inTransaction(async (tx) => {
    await lockHelpLines(tx);
    const lines = await listHelpLines(tx);
    const line = lines.find((row) => row.id === id);
    if (line === undefined) return failure("missing");
    const group = lines.filter(({ language }) => language === line.language);
    const at = group.indexOf(line);
    const above = group[at - 1];
    if (above === undefined) return success(null);
    const order = group.toSpliced(at - 1, 2, line, above);
    for (const [position, row] of order.entries()) await setHelpLinePosition(tx, row.id, position);
    await recordEvent(tx, context, {
      action: "help-line.changed",
      subjectType: "district",
      subjectId: "1",
      detail: { line: line.name, language: line.language, movedUp: true },
    });
    return success(null);
  });
}
