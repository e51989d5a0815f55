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

/** What a ballot route answers: a status and JSON, nothing else. */
export interface BallotAnswer {
  readonly status: number;
  readonly body: object;
}

/** A refusal in the form that the student's page reads: `{"code": …}`. */
export function refusal(
  code: keyof typeof STATUS,
  detail: Readonly<Record<string, string | number>> = {},
): BallotAnswer {
  return { status: STATUS[code], body: { code, ...detail } };
}

/** The same answer for a first cast and for a repeat of it. */
export const CAST_ACCEPTED: BallotAnswer = { status: 200, body: { ok: true } };

/** Blind signatures, or whatever else may be answered once and never kept. */
export function once(body: object): BallotAnswer {
  return { status: 200, body };
}
