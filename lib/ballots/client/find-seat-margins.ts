import type { Admission } from "@/lib/ballots/client/collect-signatures";
import {
  postWithRetry,
  type Refusal,
  type RetryPolicy,
  type Transport,
} from "@/lib/ballots/client/post-with-retry";
import { LARGEST_NUMBER } from "@/lib/ballots/wire/nomination";
import { isUuid } from "@/lib/ballots/wire/uuid";

/** At most so many ballots a student: a server that asked for more would make them stand out. */
const MOST_MARGINS = 8;

/** A student on the list of the class, with the number that stands for them in a nomination. */
export interface Classmate {
  readonly number: number;
  readonly name: string;
}

/**
 * Asks which margins a slip collects ballots for, and for the list of its class, which an unused slip of a class with
 * nominations gets; else null. `server` also covers an answer that is none: no margins, the same one twice, more than any
 * wave has, a list with a number twice.
 */
export async function findSeatMargins(
  transport: Transport,
  url: string,
  admission: Admission,
  policy: RetryPolicy,
): Promise<
  | {
      readonly ok: true;
      readonly marginIds: readonly string[];
      readonly classmates: readonly Classmate[] | null;
    }
  | { readonly ok: false; readonly code: Refusal }
> {
  const request = { type: "application/json", body: JSON.stringify(admission) };
  const posted = await postWithRetry(transport, url, request, policy);
  if (!posted.ok) return posted;
  const body: unknown = await posted.response.json().catch(() => null);
  const marginIds = readMarginIds(body);
  const classmates = readClassmates(body);
  return marginIds === null || classmates === undefined
    ? { ok: false, code: "server" }
    : { ok: true, marginIds, classmates };
}

/** Null where there is no list, undefined for one that is none. */
function readClassmates(body: unknown): readonly Classmate[] | null | undefined {
  if (typeof body !== "object" || body === null || !("classmates" in body)) return null;
  const { classmates } = body;
  if (!Array.isArray(classmates) || !classmates.every(isClassmate)) return undefined;
  const numbers = new Set(classmates.map(({ number }) => number));
  if (numbers.size !== classmates.length) return undefined;
  return classmates.map(({ number, name }) => ({ number, name }));
}

function isClassmate(value: unknown): value is Classmate {
  if (typeof value !== "object" || value === null) return false;
  const { number, name } = value as Record<keyof Classmate, unknown>;
  return (
    typeof name === "string" &&
    typeof number === "number" &&
    Number.isInteger(number) &&
    number >= 1 &&
    number <= LARGEST_NUMBER
  );
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
