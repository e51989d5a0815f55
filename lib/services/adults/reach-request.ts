import type { StaffActor } from "@/lib/access/actor";
import { can } from "@/lib/access/can";
import { listReceiversOf } from "@/lib/data/adult-receivers";
import { findRequest, type RequestRow } from "@/lib/data/adult-requests";
import type { ServiceContext } from "../context";

/** A request that the actor was named to receive; null when it is not there or not for them. */
export async function reachRequest(
  context: ServiceContext,
  id: string,
): Promise<{ actor: StaffActor; request: RequestRow } | null> {
  const { actor } = context;
  if (actor.kind !== "staff") return null;
  const request = await findRequest(id);
  if (request === null) return null;
  const receiverIds = (await listReceiversOf(request.schoolId)).map(({ accountId }) => accountId);
  return can(actor, "adult.receive", { receiverIds }).allowed ? { actor, request } : null;
}
