import { deleteDoneRequests, restampRequests } from "@/lib/data/adult-requests";
import { inTransaction } from "@/lib/data/client";
import { DONE_KEPT_DAYS } from "@/lib/help/adult-request";
import { districtDay } from "../imports/district-day";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";

const DAY_MS = 24 * 3_600_000;

/**
 * Deletes requests that were done 90 days ago, and writes the young ones anew, so that nothing in the database says
 * at what hour of their day they came. Run by the clock every hour.
 */
export async function tidyRequests(context: ServiceContext): Promise<void> {
  const before = new Date(context.now.getTime() - DONE_KEPT_DAYS * DAY_MS);
  await inTransaction(async (tx) => {
    const deleted = await deleteDoneRequests(tx, before);
    if (deleted === 0) return;
    await recordEvent(tx, context, {
      action: "adult.requests-deleted",
      subjectType: "district",
      subjectId: "1",
      detail: { deleted },
    });
  });
  const yesterday = { ...context, now: new Date(context.now.getTime() - DAY_MS) };
  const since = await districtDay(yesterday);
  await inTransaction((tx) => restampRequests(tx, since));
}
