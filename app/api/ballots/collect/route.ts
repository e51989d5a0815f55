import { readCollectRequest } from "@/lib/ballots/server/collect-request";
import { refusal, unkept, withoutTrace } from "@/lib/server/ballot-responses";
import { readBody } from "@/lib/server/read-body";
import { serviceContext } from "@/lib/server/service-context";
import { collectBallot } from "@/lib/services/ballots/collect-ballot";

const MOST_BYTES = 16_384;

/** Admits a seat slip and signs its blinded ballots. Anonymous: no cookie is read, no address kept. */
export function POST(request: Request): Promise<Response> {
  return withoutTrace(async () => {
    const bytes = await readBody(request, MOST_BYTES);
    const collect = bytes === null ? null : readCollectRequest(parse(bytes));
    if (collect === null) return refusal("malformed");
    const outcome = await collectBallot(serviceContext({ kind: "anonymous" }), collect);
    return outcome.ok ? unkept(outcome.value) : refusal(outcome.code, outcome.detail);
  });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
