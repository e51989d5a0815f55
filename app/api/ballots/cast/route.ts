import { WIDE_CAST_RECORD_BYTES } from "@/lib/ballots/wire/cast-record";
import { castAccepted, refusal, withoutTrace } from "@/lib/server/ballot-responses";
import { readBody } from "@/lib/server/read-body";
import { castBallot } from "@/lib/services/ballots/cast-ballot";

/** Takes one sealed ballot. Reads nothing of the request but its body: no cookie, no header, no address. */
export function POST(request: Request): Promise<Response> {
  return withoutTrace(async () => {
    const body = await readBody(request, WIDE_CAST_RECORD_BYTES);
    if (body === null) return refusal("malformed");
    const outcome = await castBallot(new Date(), body);
    return outcome.ok ? castAccepted() : refusal(outcome.code);
  });
}
