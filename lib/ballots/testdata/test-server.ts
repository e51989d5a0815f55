import { blindSign } from "@/lib/ballots/server/blind-signature";
import { checkBallot } from "@/lib/ballots/server/check-ballot";
import { collectRequestHash, readCollectRequest } from "@/lib/ballots/server/collect-request";
import { WAVE_ID, type makeTestWave } from "@/lib/ballots/testdata/test-wave";
import { decodeCastRecord } from "@/lib/ballots/wire/cast-record";

export interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** `null` goes through; `lost-request` and `lost-answer` are network failures before and after. */
type Fault = null | "lost-request" | "lost-answer" | Response;

const json = (status: number, body: unknown): Response => Response.json(body, { status });
const refuse = (status: number, code: string): Response => json(status, { code });

/**
 * The two endpoints in memory, with the rules of the real ones: a seat answers its own request
 * again and no other; a nullifier is counted once.
 */
export function makeTestServer(wave: Awaited<ReturnType<typeof makeTestWave>>, seatCode: string) {
  const sent: Sent[] = [];
  const box = new Map<string, { marginId: string; sealed: Uint8Array }>();
  const faults: Fault[] = [];
  let seat: string | null = null;

  function collect(body: string): Response {
    const request = readCollectRequest(JSON.parse(body));
    if (request === null) return refuse(400, "malformed");
    if (request.seatCode !== seatCode) return refuse(403, "wrong-code");
    const hash = collectRequestHash(request.requests);
    if (seat !== null && seat !== hash) return refuse(409, "used");
    seat = hash;
    const signatures = request.requests.map(({ marginId, blinded }) => {
      const margin = wave.margins.find(({ id }) => id === marginId);
      if (margin === undefined) throw new Error("unknown margin");
      const signed = blindSign(margin.privateKey, Buffer.from(blinded, "base64url"));
      if (!signed.ok) throw new Error(signed.code);
      return { marginId, signature: signed.blindSignature.toString("base64url") };
    });
    return json(200, { signatures });
  }

  function cast(body: Uint8Array): Response {
    const decoded = decodeCastRecord(body);
    if (!decoded.ok) return refuse(400, decoded.code);
    const { record } = decoded;
    const margin = wave.margins.find(({ id }) => id === record.marginId);
    if (margin === undefined) return refuse(400, "unknown-margin");
    const { id: marginId, publicKey } = margin;
    const checked = checkBallot(record, { waveId: WAVE_ID, marginId, publicKey });
    if (!checked.ok) return refuse(400, checked.code);
    box.set(checked.ballot.nullifier.toString("hex"), { marginId, sealed: record.sealed });
    return new Response(null, { status: 204 });
  }

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    sent.push({ url, init });
    const fault = faults.shift() ?? null;
    if (fault === "lost-request") throw new TypeError("Failed to fetch");
    if (fault instanceof Response) return fault;
    const response = url.endsWith("/collect")
      ? collect(init.body as string)
      : cast(init.body as Uint8Array);
    if (fault === "lost-answer") throw new TypeError("Failed to fetch");
    return Promise.resolve(response);
  }

  return { fetch, sent, box, faults };
}
