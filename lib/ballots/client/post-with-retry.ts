import type { RandomBytes } from "@/lib/ballots/wire/bytes";
import { uniformInt } from "@/lib/ballots/wire/random-order";

/** The part of `fetch` that is used; the page passes its own, tests pass a stand-in. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Transport {
  readonly fetch: Fetch;
  readonly random: RandomBytes;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface RetryPolicy {
  /** Tries in all. */
  readonly attempts: number;
  /** The first wait is up to this long, each further one up to twice the last, to 16 times. */
  readonly firstWaitMs: number;
  /** Whether to try again when told to slow down. */
  readonly retryThrottled: boolean;
}

/** Why a request came to nothing. All but the last three are the server's own words. */
export type Refusal =
  "wrong-code" | "used" | "not-open" | "closed" | "throttled" | "network" | "server";

const SPOKEN = ["wrong-code", "used", "not-open", "closed"] as const;

/**
 * Posts, and tries again after a lost connection, a 5xx or (if wanted) a 429, with doubling waits
 * that each browser draws for itself: a class that lost its network must not come back as one wave.
 * Both endpoints are idempotent, so a request whose answer was lost may be sent again.
 *
 * A refusal is read from the body's `{"code": "…"}`. Sends no cookie, no referrer, nothing cached.
 */
export async function postWithRetry(
  { fetch, random, sleep }: Transport,
  url: string,
  request: { readonly type: string; readonly body: BodyInit },
  policy: RetryPolicy,
): Promise<
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly code: Refusal }
> {
  const init: RequestInit = {
    method: "POST",
    headers: { "content-type": request.type },
    body: request.body,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    redirect: "error",
  };
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, init).catch(() => null);
    if (response?.ok === true) return { ok: true, response };
    const code = response === null ? "network" : await readRefusal(response);
    const again =
      code === "network" || code === "server" || (code === "throttled" && policy.retryThrottled);
    // A 4xx that we do not understand will not be understood the next time either.
    const final = response !== null && code === "server" && response.status < 500;
    if (!again || final || attempt >= policy.attempts) return { ok: false, code };
    const ceiling = policy.firstWaitMs * 2 ** Math.min(attempt - 1, 4);
    await sleep(ceiling / 2 + uniformInt(Math.floor(ceiling / 2) + 1, random));
  }
}

async function readRefusal(response: Response): Promise<Refusal> {
  if (response.status === 429) return "throttled";
  const body: unknown = await response.json().catch(() => null);
  if (typeof body !== "object" || body === null || !("code" in body)) return "server";
  return SPOKEN.find((code) => code === body.code) ?? "server";
}
