import { checkCode } from "@/lib/ballots/wire/admission-code";
import { fromBase64url, toBase64url } from "@/lib/ballots/wire/bytes";
import { blindSign } from "@/lib/ballots/server/blind-signature";
import { collectRequestHash, type CollectRequest } from "@/lib/ballots/server/collect-request";
import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { findMarginByJoinCode } from "@/lib/data/margins";
import { collectSeat } from "@/lib/data/seats";
import { failure, type Result, success } from "@/lib/result";
import { seatPepper } from "@/lib/server/secrets";
import { signingKey } from "@/lib/server/signing-keys";
import { seatThrottle } from "@/lib/server/seat-throttle";
import type { ServiceContext } from "../context";

export interface Collected {
  readonly signatures: readonly { readonly marginId: string; readonly signature: string }[];
}

export type CollectRefusal =
  "malformed" | "wrong-code" | "used" | "not-open" | "closed" | "too-many-tries";

/**
 * Admits a seat slip and signs its blinded ballots. The server learns that this slip collected, never
 * what is in the ballot. Idempotent: the same slip with the same blinded request is signed again, so that
 * an answer lost on the way costs nobody their voice.
 */
export async function collectBallot(
  context: ServiceContext,
  input: CollectRequest,
): Promise<Result<Collected, CollectRefusal>> {
  const join = checkCode("join", input.joinCode);
  const seat = checkCode("seat", input.seatCode);
  if (!join.ok || !seat.ok) return failure("wrong-code");
  const margin = await findMarginByJoinCode(join.code);
  if (margin === null) return failure("wrong-code");
  const { wave } = margin;
  if (wave.state === "draft" || wave.state === "planned") {
    return failure("not-open", { detail: { opensAt: wave.opensAt.toISOString() } });
  }
  if (wave.state !== "open" || wave.closesAt <= context.now) return failure("closed");

  const [request] = input.requests;
  const blinded = request === undefined ? null : fromBase64url(request.blinded);
  if (input.requests.length !== 1 || request?.marginId !== margin.id || blinded === null) {
    return failure("malformed");
  }
  // Before the code is looked at: a guesser must not learn from being let through.
  if (!seatThrottle().take(margin.id, context.now)) return failure("too-many-tries");

  // Signed before the slip is marked: a request that cannot be signed must not use it up.
  const key = await signingKey(margin.waveId, margin.id);
  if (key === null) return failure("closed");
  const signed = blindSign(key, blinded);
  if (!signed.ok) return failure("malformed");
  const outcome = await collectSeat({
    marginId: margin.id,
    codeHash: Buffer.from(hashSeatCode(seat.code, seatPepper()), "hex"),
    requestHash: Buffer.from(collectRequestHash(input.requests), "hex"),
  });
  if (outcome === "unknown") return failure("wrong-code");
  // Attack: a teacher notes whose slip is whose, prints a second sheet and tries the codes of the first. Told
  // apart, "used" and "replaced" would say who has collected. Both pay: whoever found a slip on the floor
  // cannot keep the server signing with it.
  if (outcome === "used" || outcome === "revoked") return failure("used");
  seatThrottle().giveBack(margin.id, context.now);
  return success({
    signatures: [{ marginId: margin.id, signature: toBase64url(signed.blindSignature) }],
  });
}
