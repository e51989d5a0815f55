import { inTransaction, type Tx } from "@/lib/data/client";
import { findDistrict } from "@/lib/data/district";
import type { Flag } from "@/lib/flags/life-cycle";
import { latestSnooze, MOST_REASON_CHARACTERS, snoozeFlag as snoozed } from "@/lib/flags/work";
import { failure, type Result, success } from "@/lib/result";
import { localToInstant } from "@/lib/waves/local-time";
import type { ServiceContext } from "../context";
import { localDate } from "../waves/local-date";
import { reachFlag } from "./reach-flag";
import { snoozeDates } from "./snooze-dates";
import { writeFlag } from "./write-flag";

export interface FlagSnooze {
  readonly flagId: string;
  /** YYYY-MM-DD where the district is: the flag comes back when this day begins. */
  readonly until: string;
  readonly reason: string;
}

/** Lets a flag rest until a date, with a reason. */
export async function snoozeFlag(
  context: ServiceContext,
  input: FlagSnooze,
): Promise<Result<{ until: Date }, "missing" | "invalid" | "flag-closed">> {
  const reason = input.reason.trim();
  return inTransaction(async (tx) => {
    const reached = await reachFlag(tx, context, "flag.update", input.flagId);
    if (reached === null) return failure("missing");
    const { flag } = reached;
    if (flag.state === "closed") return failure("flag-closed");
    const until = await untilInstant(tx, context, flag, input.until);
    const fields = {
      ...(typeof until === "string" ? { until } : {}),
      ...reasonProblem(reason),
    };
    if (typeof until === "string" || Object.keys(fields).length > 0) {
      return failure("invalid", { fields });
    }
    const move = snoozed(flag, { until, reason }, context.now);
    if (!move.ok) throw new Error(`a date that was checked was refused: ${move.code}`);
    await writeFlag(tx, context, move.flag, {
      action: "flag.snoozed",
      body: `Rests until ${input.until}: ${reason}`,
      state: null,
      detail: { until: input.until },
    });
    return success({ until });
  });
}

function reasonProblem(reason: string): { reason?: string } {
  if (reason === "") return { reason: "Say why it can wait." };
  return reason.length > MOST_REASON_CHARACTERS
    ? { reason: `Keep the reason under ${String(MOST_REASON_CHARACTERS)} characters.` }
    : {};
}

/** The instant at which the day begins, or what is wrong with it. */
async function untilInstant(
  tx: Tx,
  { now }: ServiceContext,
  flag: Flag,
  date: string,
): Promise<Date | string> {
  const timeZone = (await findDistrict(tx))?.timeZone ?? "UTC";
  const dates = snoozeDates(flag, now, timeZone);
  if (dates === null) return "This flag lapses before it could come back: close it instead.";
  const start = localToInstant({ date, time: "00:00" }, timeZone);
  if (!start.ok) return "Choose a date.";
  const late = start.instant.getTime() > latestSnooze(flag, now).getTime();
  return date <= localDate(now, timeZone) || late
    ? `Choose a date from ${dates.earliest} to ${dates.latest}.`
    : start.instant;
}
