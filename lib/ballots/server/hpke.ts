import {
  createDecipheriv,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPair,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";
import type { StoredKeyPair } from "@/lib/ballots/server/blind-signature";

/*
 * HPKE, RFC 9180, base mode, receiving side, from the specification and on OpenSSL: KEM 0x0020
 * (X25519, HKDF-SHA256), KDF 0x0001 (HKDF-SHA256), AEAD 0x0001 (AES-128-GCM). One message a
 * context, so the sequence number is always 0 and the nonce is the base nonce.
 */
const KEM_SUITE = Buffer.concat([Buffer.from("KEM"), Buffer.from([0x00, 0x20])]);
const HPKE_SUITE = Buffer.concat([Buffer.from("HPKE"), Buffer.from("002000010001", "hex")]);
const VERSION = Buffer.from("HPKE-v1");
const MODE_BASE = Buffer.from([0]);
const NOTHING = Buffer.alloc(0);
const SPKI_PREFIX = Buffer.from("302a300506032b656e032100", "hex");
const ENC_BYTES = 32;
const TAG_BYTES = 16;

const generate = promisify(generateKeyPair);

/** A new X25519 pair for one wave. `publicKey`: 32 raw bytes, base64url; `privateKey`: PKCS#8, base64. */
export async function generateHpkeKeys(): Promise<StoredKeyPair> {
  const { publicKey, privateKey } = await generate("x25519");
  return {
    publicKey: rawPublicKey(publicKey).toString("base64url"),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  };
}

export type HpkeOpen = (
  sealed: Uint8Array,
  aad: Uint8Array,
) =>
  | { readonly ok: true; readonly plaintext: Buffer }
  | { readonly ok: false; readonly code: "unopenable" };

/**
 * Prepares a private key for many openings under one `info`. The returned function never throws
 * for what it is given: a point of low order, a truncated or a foreign ciphertext are all
 * `unopenable`, because one junk ballot must not stop a seal.
 * @param sealed encapsulated key (32) ‖ ciphertext ‖ tag (16)
 */
export function createHpkeOpener(privateKey: KeyObject, info: Uint8Array): HpkeOpen {
  const recipient = rawPublicKey(createPublicKey(privateKey));
  // KeySchedule, section 5.1: in base mode the PSK and its id are empty.
  const context = Buffer.concat([
    MODE_BASE,
    labeledExtract(HPKE_SUITE, NOTHING, "psk_id_hash", NOTHING),
    labeledExtract(HPKE_SUITE, NOTHING, "info_hash", info),
  ]);
  return (sealed, aad) => {
    if (sealed.length < ENC_BYTES + TAG_BYTES) return { ok: false, code: "unopenable" };
    const bytes = Buffer.from(sealed);
    const enc = bytes.subarray(0, ENC_BYTES);
    const dh = exchange(privateKey, enc);
    if (dh === null) return { ok: false, code: "unopenable" };
    const shared = extractAndExpand(dh, Buffer.concat([enc, recipient]));
    const { key, nonce } = keySchedule(shared, context);
    const plaintext = decrypt(key, nonce, aad, bytes.subarray(ENC_BYTES));
    return plaintext === null ? { ok: false, code: "unopenable" } : { ok: true, plaintext };
  };
}

/** Null for a point of low order (an all-zero result), as section 7.1.4 demands. */
function exchange(privateKey: KeyObject, enc: Buffer): Buffer | null {
  try {
    const key = Buffer.concat([SPKI_PREFIX, enc]);
    const publicKey = createPublicKey({ key, type: "spki", format: "der" });
    const dh = diffieHellman({ privateKey, publicKey });
    return dh.every((byte) => byte === 0) ? null : dh;
  } catch {
    return null;
  }
}

/** ExtractAndExpand of DHKEM, section 4.1. */
function extractAndExpand(dh: Buffer, kemContext: Buffer): Buffer {
  const prk = labeledExtract(KEM_SUITE, NOTHING, "eae_prk", dh);
  return labeledExpand(KEM_SUITE, prk, "shared_secret", kemContext, 32);
}

function keySchedule(shared: Buffer, context: Buffer): { key: Buffer; nonce: Buffer } {
  const secret = labeledExtract(HPKE_SUITE, shared, "secret", NOTHING);
  return {
    key: labeledExpand(HPKE_SUITE, secret, "key", context, 16),
    nonce: labeledExpand(HPKE_SUITE, secret, "base_nonce", context, 12),
  };
}

function decrypt(key: Buffer, nonce: Buffer, aad: Uint8Array, sealed: Buffer): Buffer | null {
  const decipher = createDecipheriv("aes-128-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const plaintext = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
    return plaintext;
  } catch {
    return null;
  }
}

/** Section 4: HKDF-Extract over "HPKE-v1" ‖ suite ‖ label ‖ ikm. */
function labeledExtract(suite: Buffer, salt: Buffer, label: string, ikm: Uint8Array): Buffer {
  const mac = createHmac("sha256", salt);
  return mac.update(VERSION).update(suite).update(label).update(ikm).digest();
}

/** Section 4: HKDF-Expand, one block (length ≤ 32) over length ‖ "HPKE-v1" ‖ suite ‖ label ‖ info. */
function labeledExpand(
  suite: Buffer,
  prk: Buffer,
  label: string,
  info: Buffer,
  length: number,
): Buffer {
  const mac = createHmac("sha256", prk)
    .update(Buffer.from([0, length]))
    .update(VERSION);
  const block = mac
    .update(suite)
    .update(label)
    .update(info)
    .update(Buffer.from([1]))
    .digest();
  return block.subarray(0, length);
}

function rawPublicKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: "spki", format: "der" }).subarray(-32);
}
