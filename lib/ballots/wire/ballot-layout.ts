import { ANSWER_VECTOR_BYTES } from "@/lib/ballots/wire/answer-vector";
import { WIDE_CONTENT_BYTES } from "@/lib/ballots/wire/ballot-content";
import { concatBytes, utf8, type Bytes } from "@/lib/ballots/wire/bytes";
import { uuidToBytes } from "@/lib/ballots/wire/uuid";

/** Sizes in bytes of the parts of a ballot. */
export const NONCE_BYTES = 32;
export const SIGNATURE_BYTES = 256;
/** RFC 9474 names this sLen: 48 for RSABSSA-SHA384-PSS. */
export const PSS_SALT_BYTES = 48;
/** What sealing adds: encapsulated X25519 key (32) and AES-GCM tag (16). */
const SEAL_BYTES = 48;
/** A sealed ballot: of most waves, and of those that ask for words besides (`BallotWidth`). */
export const SEALED_BYTES = SEAL_BYTES + ANSWER_VECTOR_BYTES;
export const WIDE_SEALED_BYTES = SEAL_BYTES + WIDE_CONTENT_BYTES;

// Each hash and each encryption names what it is for, so that no output of one use is an input of
// another (a nullifier is never a message, a release hash never a ballot).
const MESSAGE_LABEL = utf8("hearth-ballot/1 message\0");
const NULLIFIER_LABEL = utf8("hearth-ballot/1 nullifier\0");
const SEAL_INFO_LABEL = utf8("hearth-ballot/1 seal\0");
const SEAL_AAD_LABEL = utf8("hearth-ballot/1 margin\0");

/**
 * The message that is blind-signed: label ‖ nonce (32) ‖ SHA-256(sealed answers) (32).
 * Binding the ciphertext means a signature is good for one set of answers only: whoever intercepts
 * a cast record cannot swap the answers under it.
 */
export function ballotMessage(nonce: Uint8Array, sealedHash: Uint8Array): Bytes {
  if (nonce.length !== NONCE_BYTES || sealedHash.length !== 32) {
    throw new RangeError("a ballot message takes a nonce and a hash of 32 bytes each");
  }
  return concatBytes(MESSAGE_LABEL, nonce, sealedHash);
}

/** What SHA-256 turns into the nullifier. The nonce itself is never stored by the server. */
export function nullifierInput(nonce: Uint8Array): Bytes {
  if (nonce.length !== NONCE_BYTES) throw new RangeError("a nonce has 32 bytes");
  return concatBytes(NULLIFIER_LABEL, nonce);
}

/** HPKE `info` of a wave: a ciphertext of one wave does not open in another. */
export function sealInfo(waveId: string): Bytes {
  return concatBytes(SEAL_INFO_LABEL, uuidToBytes(waveId));
}

/** HPKE `aad` of a margin: a ciphertext moved to another class does not open. */
export function sealAad(waveId: string, marginId: string): Bytes {
  return concatBytes(SEAL_AAD_LABEL, uuidToBytes(waveId), uuidToBytes(marginId));
}
