/** Status of each refusal of the ballot routes. The bodies are constant: a code, and a time where the page needs it. */
const STATUS = {
  malformed: 400,
  refused: 400,
  "wrong-code": 404,
  used: 409,
  "not-open": 403,
  closed: 410,
  "too-many-tries": 429,
  unavailable: 503,
} as const;

const HEADERS = { "cache-control": "no-store" };

/** A refusal in the form that the student's page reads: `{"code": …}`. */
export function refusal(
  code: keyof typeof STATUS,
  detail: Readonly<Record<string, string | number>> = {},
): Response {
  return Response.json({ code, ...detail }, { status: STATUS[code], headers: HEADERS });
}

/** The same answer for a first cast and for a repeat of it. */
export function castAccepted(): Response {
  return Response.json({ ok: true }, { headers: HEADERS });
}

/** Blind signatures, or whatever else may be answered once and never kept. */
export function unkept(body: unknown): Response {
  return Response.json(body, { headers: HEADERS });
}

/**
 * Answers with what `work` answers; with a constant 503 when it throws, and writes no log. An exception
 * that reached Next would be logged with its time and with whatever the database puts into its detail: a
 * nullifier, a ciphertext. The page tries a 5xx again; that the database is down is said by /api/health.
 */
export async function withoutTrace(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch {
    return refusal("unavailable");
  }
}
