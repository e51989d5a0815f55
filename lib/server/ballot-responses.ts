/** Status of each refusal of the ballot routes. The bodies are constant: a code, and a time where the page needs it. */
const STATUS = {
  malformed: 400,
  refused: 400,
  "wrong-code": 404,
  used: 409,
  "not-open": 403,
  closed: 410,
  "too-many-tries": 429,
} as const;

const HEADERS = { "cache-control": "no-store" };

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
