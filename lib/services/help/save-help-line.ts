import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { listHelpLines, lockHelpLines, writeHelpLine } from "@/lib/data/help-lines";
import { type HelpLineInput, MOST_LINES } from "@/lib/help/help-line";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Adds a line at the end of its language, or changes one; moved to another language it goes to the end there. */
export async function saveHelpLine(
  context: ServiceContext,
  { id, line }: { readonly id: string | null; readonly line: HelpLineInput },
): Promise<Result<{ id: string }, "forbidden" | "missing" | "invalid">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  return inTransaction(async (tx) => {
    await lockHelpLines(tx);
    const lines = await listHelpLines(tx);
    const before = lines.find((row) => row.id === id);
    if (id !== null && before === undefined) return failure("missing");
    const beside = lines.filter((row) => row.language === line.language && row.id !== id);
    if (beside.length >= MOST_LINES) {
      return failure("invalid", {
        fields: {
          language: `There are ${String(MOST_LINES)} lines here already: more would not be read.`,
        },
      });
    }
    const kept = before?.language === line.language ? before.position : undefined;
    const row = {
      ...line,
      id: id ?? context.randomUuid(),
      position: kept ?? Math.max(-1, ...beside.map(({ position }) => position)) + 1,
    };
    await writeHelpLine(tx, row);
    await recordEvent(tx, context, {
      action: id === null ? "help-line.added" : "help-line.changed",
      subjectType: "district",
      subjectId: "1",
      detail: { line: line.name, language: line.language },
    });
    return success({ id: row.id });
  });
}
