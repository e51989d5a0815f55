import { can } from "@/lib/access/can";
import { findDistrict } from "@/lib/data/district";
import { type FlagNoteRow, findFlag, listFlagNotes } from "@/lib/data/flags";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { onlySeen } from "./seen-flags";
import { snoozeDates } from "./snooze-dates";
import { type WorkedFlag, workedFlags } from "./worked-flags";

export interface FlagView {
  readonly flag: WorkedFlag;
  readonly notes: readonly FlagNoteRow[];
  /** Dates (YYYY-MM-DD) until which it may rest; null when it is closed or lapses before. */
  readonly snoozeDates: { readonly earliest: string; readonly latest: string } | null;
}

/** One flag with everything it rests on and what was done about it. Reading it changes nothing. */
export async function readFlag(
  context: ServiceContext,
  flagId: string,
): Promise<Result<FlagView, "missing">> {
  const found = await findFlag(flagId);
  if (found === null || !can(context.actor, "flag.read", found).allowed) return failure("missing");
  // Like one that does not exist: that there is one would be told by anything else.
  if ((await onlySeen(context, [found])).length === 0) return failure("missing");
  const [[flag], notes, district] = await Promise.all([
    workedFlags(context, [found]),
    listFlagNotes(found.id),
    findDistrict(),
  ]);
  if (flag === undefined) return failure("missing");
  const dates =
    flag.state === "closed" ? null : snoozeDates(flag, context.now, district?.timeZone ?? "UTC");
  return success({ flag, notes, snoozeDates: dates });
}
