import { findReceiver } from "@/lib/data/adult-receivers";
import { countNewRequests, listRequests, type RequestRow } from "@/lib/data/adult-requests";
import { failure, type Result, success } from "@/lib/result";
import type { ServiceContext } from "../context";

/** The requests that the actor was named to receive. Whoever was not finds nothing, administrators included. */
export async function listAsked(
  context: ServiceContext,
): Promise<Result<readonly RequestRow[], "forbidden">> {
  const scope = await scopeOf(context);
  return scope === null ? failure("forbidden") : success(await listRequests(scope));
}

/**
 * How many nobody has looked at yet; null for those who receive none.
 * @param before count those of days before this one only: for what is sent at no fixed hour, which would date them
 */
export async function countAsked(context: ServiceContext, before?: string): Promise<number | null> {
  const scope = await scopeOf(context);
  return scope === null ? null : countNewRequests(scope, before);
}

async function scopeOf({ actor }: ServiceContext) {
  return actor.kind === "staff" ? findReceiver(actor.accountId) : null;
}
