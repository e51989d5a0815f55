import { readCollectRequest } from "@/lib/ballots/server/collect-request";
import { refusal } from "@/lib/server/ballot-responses";
import { readBody } from "@/lib/server/read-body";
import { serviceContext } from "@/lib/server/service-context";
import { collectBallot } from "@/lib/services/ballots/collect-ballot";

/** Admits a seat slip and signs its blinded ballots. Anonymous: no cookie is read, no address kept. */
export async function POST(request: Request): Promise<Response> {
  const bytes = await readBody(request, 16_384);
  const collect = bytes === null ? null : readCollectRequest(parse(bytes));
  if (collect === null) return refusal("malformed");
  const outcome = await collectBallot(serviceContext({ kind: "anonymous" }), collect);
  if (!outcome.ok) return refusal(outcome.code, outcome.detail);
  return Response.json(outcome.value, { headers: { "cache-control": "no-store" } });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
