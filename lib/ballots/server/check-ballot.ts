import { createHash, type KeyObject } from "node:crypto";
import { verifySignature } from "@/lib/ballots/server/blind-signature";
import { ballotMessage, nullifierInput } from "@/lib/ballots/wire/ballot-layout";
import type { CastRecord } from "@/lib/ballots/wire/cast-record";

/** What goes into the ballot box: nothing of the nonce, the signature or the moment. */
export interface AcceptedBallot {
  /** SHA-256 of label ‖ nonce, 32 bytes: equal exactly for the same ballot. */
  readonly nullifier: Buffer;
  readonly waveId: string;
  readonly marginId: string;
  /** 112 bytes. */
  readonly sealed: Uint8Array;
}

/**
 * Decides whether a decoded record was signed for this margin. `wrong-margin`: the record names
 * another wave or margin than the key belongs to; `bad-signature`: forged, or altered on the way.
 * Whether the nullifier is new is the box's question.
 */
export function checkBallot(
  record: CastRecord,
  margin: {
    readonly waveId: string;
    readonly marginId: string;
    readonly publicKey: KeyObject;
  },
):
  | { readonly ok: true; readonly ballot: AcceptedBallot }
  | { readonly ok: false; readonly code: "wrong-margin" | "bad-signature" } {
  const { waveId, marginId, nonce, sealed, signature } = record;
  if (waveId !== margin.waveId || marginId !== margin.marginId) {
    return { ok: false, code: "wrong-margin" };
  }
  const message = ballotMessage(nonce, sha256(sealed));
  if (!verifySignature(margin.publicKey, message, signature)) {
    return { ok: false, code: "bad-signature" };
  }
  return { ok: true, ballot: { nullifier: nullifierOf(nonce), waveId, marginId, sealed } };
}

/** The nullifier of a nonce of 32 bytes. */
export function nullifierOf(nonce: Uint8Array): Buffer {
  return sha256(nullifierInput(nonce));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
