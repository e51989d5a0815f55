import type { IncomingMessage, ServerResponse } from "node:http";
import { type BallotAnswer, refusal } from "./ballot-responses";
import { readBody } from "./read-body";

type Endpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * A route that takes a body of so many bytes at most and answers in JSON. It works on Node's own request and
 * response: Next's web streams cost as much as everything else a ballot needs (docs/decisions/0013).
 *
 * Too large, too slow or broken off: refused like anything malformed, and the connection ends. Where `answer`
 * throws, a constant 503 and no log. An exception that reached Next would be logged with its time and with
 * whatever the database puts into its detail: a nullifier, a ciphertext. The page tries a 5xx again; that the
 * database is down is said by /api/health.
 */
export function ballotEndpoint(
  mostBytes: number,
  answer: (body: Uint8Array) => Promise<BallotAnswer>,
): Endpoint {
  return async (request, response) => {
    if (request.method !== "POST") {
      response.writeHead(405, { allow: "POST", "cache-control": "no-store" }).end();
      return;
    }
    const body = await readBody(request, mostBytes);
    send(response, body === null ? refusal("malformed") : await withoutTrace(answer, body), {
      last: body === null,
    });
    // The rest of the body is never read.
    if (body === null) response.once("finish", () => request.destroy());
  };
}

async function withoutTrace(
  answer: (body: Uint8Array) => Promise<BallotAnswer>,
  body: Uint8Array,
): Promise<BallotAnswer> {
  try {
    return await answer(body);
  } catch {
    return refusal("unavailable");
  }
}

function send(
  response: ServerResponse,
  { status, body }: BallotAnswer,
  { last }: { readonly last: boolean },
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "cache-control": "no-store",
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    ...(last ? { connection: "close" } : {}),
  });
  response.end(text);
}

/** A body that is JSON in UTF-8; undefined for anything else. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
