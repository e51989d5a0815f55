import { readSeatQuestion } from "@/lib/ballots/server/collect-request";
import { refusal, unkept, withoutTrace } from "@/lib/server/ballot-responses";
import { readJson } from "@/lib/server/read-body";
import { serviceContext } from "@/lib/server/service-context";
import { listSeatMargins } from "@/lib/services/ballots/collect-ballot";

const MOST_BYTES = 1_024;

/** Says which ballots a slip dealt by name collects. Anonymous, like collecting: no cookie, no address. */
export function POST(request: Request): Promise<Response> {
  return withoutTrace(async () => {
    const question = readSeatQuestion(await readJson(request, MOST_BYTES));
    if (question === null) return refusal("malformed");
    const outcome = await listSeatMargins(serviceContext({ kind: "anonymous" }), question);
    return outcome.ok ? unkept(outcome.value) : refusal(outcome.code, outcome.detail);
  });
}
