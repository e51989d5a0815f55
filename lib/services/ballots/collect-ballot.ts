import { checkCode } from "@/lib/ballots/wire/admission-code";
import { fromBase64url, toBase64url } from "@/lib/ballots/wire/bytes";
import { blindSign } from "@/lib/ballots/server/blind-signature";
import { collectRequestHash, type CollectRequest } from "@/lib/ballots/server/collect-request";
import { hashSeatCode } from "@/lib/ballots/server/hash-seat-code";
import { type AskedSeat, findAskedSeat } from "@/lib/data/margins";
import { collectSeat } from "@/lib/data/seats";
import { failure, type Failure, type Result, success } from "@/lib/result";
import { seatPepper } from "@/lib/server/secrets";
import { signingKey } from "@/lib/server/signing-keys";
import { seatThrottle } from "@/lib/server/seat-throttle";
import type { ServiceContext } from "../context";
import { type Classmate, listClassmates } from "./list-classmates";

export interface Collected {
  readonly signatures: readonly { readonly marginId: string; readonly signature: string }[];
}

export type CollectRefusal =
  "malformed" | "wrong-code" | "used" | "not-open" | "closed" | "too-many-tries";

/** A class that takes ballots now, with the seat that was asked for, and the hash of its code. */
interface OpenSeat {
  readonly asked: AskedSeat;
  readonly codeHash: Buffer;
}

/**
 * Admits a seat slip and signs its blinded ballots: one for its class (or what a small class rolls up into)
 * and, for a slip dealt by name, one for each demographic group. The server learns that this slip collected,
 * never what is in a ballot. Idempotent: the same slip with the same blinded request is signed again, so that
 * an answer lost on the way costs nobody their voice.
 */
export async function collectBallot(
  context: ServiceContext,
  input: CollectRequest,
): Promise<Result<Collected, CollectRefusal>> {
  const open = await findOpenSeat(context, input);
  if ("ok" in open) return open;
  const { asked, codeHash } = open;
  // Before the code is looked at: a guesser must not learn from being let through.
  if (!seatThrottle().take(asked.marginId, context.now)) return failure("too-many-tries");
  if (asked.seat === null) return failure("wrong-code");
  const margins = new Set([asked.ballotMarginId, ...asked.seat.extraMargins]);
  const requests = input.requests.filter(({ marginId }) => margins.has(marginId));
  // All of the seat's margins and no other: a slip that collects some of them now would be used up. Asked
  // before the seat's state, so that a request made to fail tells nothing of it.
  if (requests.length !== margins.size || requests.length !== input.requests.length) {
    return failure("malformed");
  }

  if (asked.seat.state === "revoked") return failure("used");
  // Signed before the slip is marked: a request that cannot be signed must not use it up.
  const signatures = [];
  for (const { marginId, blinded } of requests) {
    const key = await signingKey(asked.waveId, marginId);
    if (key === null) return failure("closed");
    const signed = blindSign(key, fromBase64url(blinded) ?? new Uint8Array());
    if (!signed.ok) return failure("malformed");
    signatures.push({ marginId, signature: toBase64url(signed.blindSignature) });
  }
  const outcome = await collectSeat({
    marginId: asked.marginId,
    codeHash,
    requestHash: Buffer.from(collectRequestHash(input.requests), "hex"),
  });
  if (outcome === "unknown") return failure("wrong-code");
  // Attack: a teacher notes whose slip is whose, prints a second sheet and tries the codes of the first. Told
  // apart, "used" and "replaced" would say who has collected. Both pay: whoever found a slip on the floor
  // cannot keep the server signing with it.
  if (outcome === "used" || outcome === "revoked") return failure("used");
  seatThrottle().giveBack(asked.marginId, context.now);
  return success({ signatures });
}

export interface SeatMargins {
  readonly marginIds: readonly string[];
  /** The list of the class with its numbers, where nominations are asked and the slip has not been used. */
  readonly classmates?: readonly Classmate[];
}

/**
 * Which margins a slip dealt by name collects ballots for: the phone must seal them before it can ask for
 * signatures. Tells whoever has the slip what its owner's own phone is told.
 */
export async function listSeatMargins(
  context: ServiceContext,
  input: { readonly joinCode: string; readonly seatCode: string },
): Promise<Result<SeatMargins, Exclude<CollectRefusal, "malformed" | "used">>> {
  const open = await findOpenSeat(context, input);
  if ("ok" in open) return open;
  const { asked } = open;
  if (!seatThrottle().take(asked.marginId, context.now)) return failure("too-many-tries");
  if (asked.seat === null) return failure("wrong-code");
  // Also of a slip that was used or replaced: whose it is says nothing of whether it was.
  seatThrottle().giveBack(asked.marginId, context.now);
  const marginIds = [asked.ballotMarginId, ...asked.seat.extraMargins];
  // Names of children are for those who still have a ballot to cast: a slip found on the floor gets none.
  const classmates = asked.seat.state === "unused" ? await listClassmates(asked) : null;
  return success(classmates === null ? { marginIds } : { marginIds, classmates });
}

async function findOpenSeat(
  context: ServiceContext,
  input: { readonly joinCode: string; readonly seatCode: string },
): Promise<OpenSeat | Failure<"wrong-code" | "not-open" | "closed">> {
  const join = checkCode("join", input.joinCode);
  const seat = checkCode("seat", input.seatCode);
  if (!join.ok || !seat.ok) return failure("wrong-code");
  const codeHash = Buffer.from(hashSeatCode(seat.code, seatPepper()), "hex");
  const asked = await findAskedSeat(join.code, codeHash);
  if (asked === null) return failure("wrong-code");
  if (asked.state === "draft" || asked.state === "planned") {
    return failure("not-open", { detail: { opensAt: asked.opensAt.toISOString() } });
  }
  if (asked.state !== "open" || asked.closesAt <= context.now) return failure("closed");
  return { asked, codeHash };
}
