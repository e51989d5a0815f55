import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { findDigestSchedule, setDigestSchedule } from "@/lib/data/district";
import type { DigestSchedule } from "@/lib/digest/schedule";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

/** Sets the day and the hour of the week's mail. Who had it this week does not get it again. */
export async function chooseSchedule(
  context: ServiceContext,
  { weekday, hour }: DigestSchedule,
): Promise<Result<DigestSchedule, "forbidden" | "invalid">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const fields: Record<string, string> = {};
  if (!isWhole(weekday, 1, 7)) fields["weekday"] = "Choose a day from the list.";
  if (!isWhole(hour, 0, 23)) fields["hour"] = "Choose an hour from the list.";
  if (Object.keys(fields).length > 0) return failure("invalid", { fields });
  return inTransaction(async (tx) => {
    const before = await findDigestSchedule(tx);
    if (before?.weekday === weekday && before.hour === hour) return success({ weekday, hour });
    await setDigestSchedule(tx, { weekday, hour });
    await recordEvent(tx, context, {
      action: "mail.schedule-changed",
      subjectType: "district",
      subjectId: "1",
      detail: { weekday, hour },
    });
    return success({ weekday, hour });
  });
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
