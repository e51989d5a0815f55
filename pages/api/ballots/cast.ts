import { WIDE_CAST_RECORD_BYTES } from "@/lib/ballots/wire/cast-record";
import { ballotEndpoint } from "@/lib/server/ballot-endpoint";
import { CAST_ACCEPTED, refusal } from "@/lib/server/ballot-responses";
import { castBallot } from "@/lib/services/ballots/cast-ballot";

export const config = { api: { bodyParser: false, externalResolver: true } };

/** Takes one sealed ballot. Reads nothing of the request but its body: no cookie, no header, no address. */
export default ballotEndpoint(WIDE_CAST_RECORD_BYTES, async (body) => {
  const outcome = await castBallot(new Date(), body);
  return outcome.ok ? CAST_ACCEPTED : refusal(outcome.code);
});
