import { can } from "@/lib/access/can";
import { type FlagNoteRow, findFlag, type FlagRow, listFlagNotes } from "@/lib/data/flags";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** One flag with everything it rests on and what was done about it. Reading it changes nothing. */
export async function readFlag(
  context: ServiceContext,
  flagId: string,
): Promise<Result<{ flag: FlagRow; notes: FlagNoteRow[] }, "missing">> {
  const flag = await findFlag(flagId);
  if (flag === null || !can(context.actor, "flag.read", flag).allowed) return failure("missing");
  return success({ flag, notes: await listFlagNotes(flag.id) });
}
