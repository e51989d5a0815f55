import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
  type KeyObject,
} from "node:crypto";
import { promisify } from "node:util";
import { PSS_SALT_BYTES } from "@/lib/ballots/wire/ballot-layout";

const generate = promisify(generateKeyPair);

/** `publicKey`: SPKI, DER, base64url (for the manifest); `privateKey`: PKCS#8, DER, base64. */
export interface StoredKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A new RSA-2048 key pair (exponent 65537) for one margin of one wave; runs off the main thread. */
export async function generateMarginKeys(): Promise<StoredKeyPair> {
  const { publicKey, privateKey } = await generate("rsa", {
    modulusLength: 2048,
    publicExponent: 65537,
  });
  return {
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64url"),
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
  };
}

/** Parses a stored private key (a margin's or a wave's). Worth caching: it costs about 0.1 ms. */
export function importPrivateKey(pkcs8: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(pkcs8, "base64"), type: "pkcs8", format: "der" });
}

/** Parses a margin's public key from the manifest. */
export function importMarginPublicKey(spki: string): KeyObject {
  return createPublicKey({ key: Buffer.from(spki, "base64url"), type: "spki", format: "der" });
}

interface Signer {
  readonly publicKey: KeyObject;
  readonly modulus: Buffer;
}

const signers = new WeakMap<KeyObject, Signer>();

/**
 * blindSign of RFC 9474 section 4.3: s = m^d mod n, done by OpenSSL (CRT, with its own blinding
 * against timing), about 0.9 ms for RSA-2048 where the JavaScript library needs 450.
 *
 * `size`: not as long as the modulus; `range`: not in 1…n−1. Throws if s^e ≠ m: a faulty CRT
 * result must never leave, because gcd(s^e − m, n) is a factor of n (Boneh, DeMillo, Lipton).
 * @param blinded big-endian, as long as the modulus (256 bytes for RSA-2048)
 */
export function blindSign(
  privateKey: KeyObject,
  blinded: Uint8Array,
):
  | { readonly ok: true; readonly blindSignature: Buffer }
  | { readonly ok: false; readonly code: "size" | "range" } {
  const { publicKey, modulus } = signerOf(privateKey);
  if (blinded.length !== modulus.length) return { ok: false, code: "size" };
  const message = Buffer.from(blinded);
  if (Buffer.compare(message, modulus) >= 0 || message.every((byte) => byte === 0)) {
    return { ok: false, code: "range" };
  }
  const padding = constants.RSA_NO_PADDING;
  const blindSignature = privateDecrypt({ key: privateKey, padding }, message);
  const check = publicEncrypt({ key: publicKey, padding }, blindSignature);
  if (!timingSafeEqual(check, message)) throw new Error("blind signature failed its check");
  return { ok: true, blindSignature };
}

/**
 * verify of RFC 9474 section 4.5: RSASSA-PSS with SHA-384 and MGF1-SHA-384.
 * False for anything that is not a valid signature, whatever its size.
 * @param saltLength 48 for the variant we use; 0 for PSSZERO (test vectors)
 */
export function verifySignature(
  publicKey: KeyObject,
  message: Uint8Array,
  signature: Uint8Array,
  saltLength: number = PSS_SALT_BYTES,
): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  return verify("sha384", message, { key: publicKey, padding, saltLength }, signature);
}

function signerOf(privateKey: KeyObject): Signer {
  const known = signers.get(privateKey);
  if (known !== undefined) return known;
  const publicKey = createPublicKey(privateKey);
  const { n } = publicKey.export({ format: "jwk" });
  if (n === undefined) throw new Error("not an RSA key");
  const signer = { publicKey, modulus: Buffer.from(n, "base64url") };
  signers.set(privateKey, signer);
  return signer;
}
