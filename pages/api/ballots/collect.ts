import { readCollectRequest } from "@/lib/ballots/server/collect-request";
import { ballotEndpoint, jsonOf } from "@/lib/server/ballot-endpoint";
import { once, refusal } from "@/lib/server/ballot-responses";
import { serviceContext } from "@/lib/server/service-context";
import { collectBallot } from "@/lib/services/ballots/collect-ballot";

export const config = { api: { bodyParser: false, externalResolver: true } };

const MOST_BYTES = 16_384;

/** Admits a seat slip and signs its blinded ballots. Anonymous: no cookie is read, no address kept. */
export default ballotEndpoint(MOST_BYTES, async (body) => {
  const collect = readCollectRequest(jsonOf(body));
  if (collect === null) return refusal("malformed");
  const outcome = await collectBallot(serviceContext({ kind: "anonymous" }), collect);
  return outcome.ok ? once(outcome.value) : refusal(outcome.code, outcome.detail);
});
