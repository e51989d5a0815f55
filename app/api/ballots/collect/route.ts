import { readCollectRequest } from "@/lib/ballots/server/collect-request";
import { refusal, unkept, withoutTrace } from "@/lib/server/ballot-responses";
import { readJson } from "@/lib/server/read-body";
import { serviceContext } from "@/lib/server/service-context";
import { collectBallot } from "@/lib/services/ballots/collect-ballot";

const MOST_BYTES = 16_384;

/** Admits a seat slip and signs its blinded ballots. Anonymous: no cookie is read, no address kept. */
export function POST(request: Request): Promise<Response> {
  return withoutTrace(async () => {
    const collect = readCollectRequest(await readJson(request, MOST_BYTES));
    if (collect === null) return refusal("malformed");
    const outcome = await collectBallot(serviceContext({ kind: "anonymous" }), collect);
    return outcome.ok ? unkept(outcome.value) : refusal(outcome.code, outcome.detail);
  });
}
