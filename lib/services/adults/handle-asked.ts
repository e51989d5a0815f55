import { moveRequest } from "@/lib/data/adult-requests";
import { inTransaction } from "@/lib/data/client";
import { NEXT_STATES, type RequestState } from "@/lib/help/adult-request";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";
import { recordEvent } from "../record-event";
import { reachRequest } from "./reach-request";

const LONGEST_NOTE = 1000;

/** Moves a request on, with a note. The event says that it moved and not whose it is or what it says. */
export async function handleAsked(
  context: ServiceContext,
  move: { readonly id: string; readonly to: RequestState; readonly note: string },
): Promise<Result<null, "missing" | "invalid" | "request-moved">> {
  const reached = await reachRequest(context, move.id);
  if (reached === null) return failure("missing");
  const { actor, request } = reached;
  if (move.note.length > LONGEST_NOTE) {
    return failure("invalid", { fields: { note: "Use at most 1,000 characters." } });
  }
  if (!NEXT_STATES[request.state].includes(move.to)) return failure("request-moved");
  return inTransaction(async (tx) => {
    const moved = await moveRequest(tx, {
      ...{ id: request.id, from: request.state, to: move.to },
      note: move.note.replaceAll("\u0000", "").trim(),
      by: actor.accountId,
      at: context.now,
    });
    if (!moved) return failure("request-moved");
    await recordEvent(tx, context, {
      action: "adult.request-handled",
      subjectType: "request",
      subjectId: request.id,
      detail: { state: move.to },
    });
    return success(null);
  });
}
