import { can } from "@/lib/access/can";
import { type FlagNoteRow, findFlag, type FlagRow, listFlagNotes } from "@/lib/data/flags";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { onlySeen } from "./seen-flags";

/** One flag with everything it rests on and what was done about it. Reading it changes nothing. */
export async function readFlag(
  context: ServiceContext,
  flagId: string,
): Promise<Result<{ flag: FlagRow; notes: FlagNoteRow[] }, "missing">> {
  const flag = await findFlag(flagId);
  if (flag === null || !can(context.actor, "flag.read", flag).allowed) return failure("missing");
  // Like one that does not exist: that there is one would be told by anything else.
  if ((await onlySeen(context, [flag])).length === 0) return failure("missing");
  return success({ flag, notes: await listFlagNotes(flag.id) });
}
