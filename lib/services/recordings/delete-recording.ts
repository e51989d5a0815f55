import { can } from "@/lib/access/can";
import { inTransaction } from "@/lib/data/client";
import { deleteRecording as remove } from "@/lib/data/recordings";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { recordingKeyOf, type SpokenItem } from "./spoken-item";

/** Deletes a recording: students then hear the voice of their device, where it has one. */
export async function deleteRecording(
  context: ServiceContext,
  spoken: SpokenItem,
): Promise<Result<null, "forbidden" | "missing" | "no-recording">> {
  if (!can(context.actor, "district.configure", undefined).allowed) return failure("forbidden");
  const key = await recordingKeyOf(spoken);
  if (key === null) return failure("missing");
  return inTransaction(async (tx) => {
    if (!(await remove(tx, key))) return failure("no-recording");
    await recordEvent(tx, context, {
      action: "recording.deleted",
      subjectType: "district",
      subjectId: "1",
      detail: { item: key.itemId, version: key.itemVersion, language: key.language },
    });
    return success(null);
  });
}
