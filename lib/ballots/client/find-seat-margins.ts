import type { Admission } from "@/lib/ballots/client/collect-signatures";
import {
  postWithRetry,
  type Refusal,
  type RetryPolicy,
  type Transport,
} from "@/lib/ballots/client/post-with-retry";
import { isUuid } from "@/lib/ballots/wire/uuid";

/** At most so many ballots a student: a server that asked for more would make them stand out. */
const MOST_MARGINS = 8;

/**
 * Asks which margins a slip dealt by name collects ballots for. `server` also covers an answer that is none:
 * no margins, the same one twice, or more than any wave has.
 */
export async function findSeatMargins(
  transport: Transport,
  url: string,
  admission: Admission,
  policy: RetryPolicy,
): Promise<
  | { readonly ok: true; readonly marginIds: readonly string[] }
  | { readonly ok: false; readonly code: Refusal }
> {
  const request = { type: "application/json", body: JSON.stringify(admission) };
  const posted = await postWithRetry(transport, url, request, policy);
  if (!posted.ok) return posted;
  const body: unknown = await posted.response.json().catch(() => null);
  const marginIds = readMarginIds(body);
  return marginIds === null ? { ok: false, code: "server" } : { ok: true, marginIds };
}

function readMarginIds(body: unknown): string[] | null {
  if (typeof body !== "object" || body === null || !("marginIds" in body)) return null;
  const { marginIds } = body;
  if (!Array.isArray(marginIds) || marginIds.length === 0 || marginIds.length > MOST_MARGINS) {
    return null;
  }
  const ids = marginIds.filter((id): id is string => typeof id === "string" && isUuid(id));
  return ids.length === marginIds.length && new Set(ids).size === ids.length ? ids : null;
}
