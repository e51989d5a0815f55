import { readSeatQuestion } from "@/lib/ballots/server/collect-request";
import { ballotEndpoint, jsonOf } from "@/lib/server/ballot-endpoint";
import { once, refusal } from "@/lib/server/ballot-responses";
import { serviceContext } from "@/lib/server/service-context";
import { listSeatMargins } from "@/lib/services/ballots/collect-ballot";

export const config = { api: { bodyParser: false, externalResolver: true } };

const MOST_BYTES = 1_024;

/** Says which ballots a slip collects. Anonymous, like collecting: no cookie, no address. */
export default ballotEndpoint(MOST_BYTES, async (body) => {
  const question = readSeatQuestion(jsonOf(body));
  if (question === null) return refusal("malformed");
  const outcome = await listSeatMargins(serviceContext({ kind: "anonymous" }), question);
  return outcome.ok ? once(outcome.value) : refusal(outcome.code, outcome.detail);
});
