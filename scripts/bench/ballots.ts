import { constants, createPrivateKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { createHash } from "node:crypto";

import {
  ballotMessage,
  NONCE_BYTES,
  PSS_SALT_BYTES,
  SEALED_BYTES,
  SIGNATURE_BYTES,
} from "@/lib/ballots/wire/ballot-layout";
import { encodeCastRecord } from "@/lib/ballots/wire/cast-record";
import { marginKeysOf, type OpenPulse } from "@/e2e/support/pulse";
import type { Instance } from "@/e2e/support/instance";

const fresh = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(length));

/**
 * A student's requests, as a phone would send them: with a slip dealt by name one that asks for its margins, then
 * one to collect, and one for each ballot.
 */
export interface StudentRequests {
  readonly seat: Uint8Array | null;
  readonly collect: Uint8Array;
  readonly casts: readonly Uint8Array[];
}

/**
 * Makes valid cast records, spread over the classes of a pulse. Signed with the key of the key store: an unblinded
 * signature is an ordinary RSA-PSS signature, and making it so spares the phone's half a second of arithmetic. What
 * is sealed is noise, which the box cannot tell from answers.
 */
export function castMaker(instance: Instance, pulse: OpenPulse): () => Uint8Array {
  const keys = signingKeys(instance, pulse);
  let next = 0;
  return () => {
    const [marginId, key] = keys[next++ % keys.length] ?? [];
    if (marginId === undefined || key === undefined) throw new Error("the pulse has no classes");
    return castRecord(pulse.waveId, marginId, key);
  };
}

/** The requests of every student of a pulse: one slip, a blinded ballot and a cast for each of its margins. */
export function studentRequests(instance: Instance, pulse: OpenPulse): StudentRequests[] {
  const keys = new Map(signingKeys(instance, pulse));
  const keyOf = (marginId: string): KeyObject => {
    const key = keys.get(marginId);
    if (key === undefined) throw new Error("a margin has no key");
    return key;
  };
  return pulse.classes.flatMap(({ marginId, joinCode, seatCodes, extraMargins }) =>
    seatCodes.map((seatCode, at) => {
      const margins = [marginId, ...(extraMargins[at] ?? [])];
      const seat = Buffer.from(JSON.stringify({ joinCode, seatCode }));
      return {
        seat: margins.length > 1 ? seat : null,
        collect: collectBody({ joinCode, seatCode }, margins),
        casts: margins.map((margin) => castRecord(pulse.waveId, margin, keyOf(margin))),
      };
    }),
  );
}

function signingKeys(instance: Instance, { waveId }: OpenPulse): [string, KeyObject][] {
  return Object.entries(marginKeysOf(instance, waveId)).map(([marginId, pkcs8]) => [
    marginId,
    createPrivateKey({ key: Buffer.from(pkcs8, "base64"), type: "pkcs8", format: "der" }),
  ]);
}

function castRecord(waveId: string, marginId: string, key: KeyObject): Uint8Array {
  const nonce = fresh(NONCE_BYTES);
  const sealed = fresh(SEALED_BYTES);
  const message = ballotMessage(nonce, createHash("sha256").update(sealed).digest());
  const signature = sign("sha384", message, {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: PSS_SALT_BYTES,
  });
  return encodeCastRecord({
    waveId,
    marginId,
    nonce,
    signature: new Uint8Array(signature),
    sealed,
  });
}

function collectBody(
  codes: { joinCode: string; seatCode: string },
  margins: readonly string[],
): Uint8Array {
  const requests = margins.map((marginId) => {
    const blinded = randomBytes(SIGNATURE_BYTES);
    // Below every modulus of this length.
    blinded[0] = 0;
    return { marginId, blinded: blinded.toString("base64url") };
  });
  return Buffer.from(JSON.stringify({ ...codes, requests }));
}
