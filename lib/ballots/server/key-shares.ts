import { createPrivateKey, createPublicKey } from "node:crypto";
import { combine, split } from "shamir-secret-sharing";

/** DER of an X25519 PKCS#8 private key up to its 32 bytes (RFC 8410, section 7). */
const PKCS8_START = Buffer.from("302e020100300506032b656e04220420", "hex");
const KEY_BYTES = 32;
const SHARES = 3;
/** So many of them give the key; one fewer tell nothing of it (Shamir, 1979). */
const NEEDED = 2;

export type Shares = readonly [Uint8Array, Uint8Array, Uint8Array];

/**
 * Splits a wave's private key among three trustees: any two of their shares, with the pad, restore it. What
 * is split is the key under the one-time pad, so that shares without the pad, or the pad without two shares,
 * tell nothing. Each pair is tried before anything is returned: the key itself is stored nowhere.
 * @param privateKey X25519, PKCS#8, DER, base64
 * @param publicKey 32 raw bytes, base64url, as in the manifest
 * @param pad 32 random bytes, used for this key only
 */
export async function splitPrivateKey(
  privateKey: string,
  publicKey: string,
  pad: Uint8Array,
): Promise<Shares> {
  const der = Buffer.from(privateKey, "base64");
  const start = der.subarray(0, PKCS8_START.length);
  if (der.length !== PKCS8_START.length + KEY_BYTES || !start.equals(PKCS8_START)) {
    throw new RangeError("not an X25519 key in PKCS#8");
  }
  const padded = underPad(der.subarray(PKCS8_START.length), pad);
  const [first, second, third] = await split(padded, SHARES, NEEDED);
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error("the key was not split into three");
  }
  const shares: Shares = [first, second, third];
  for (const pair of pairsOf(shares)) {
    if ((await joinShares(pair, pad, publicKey)) !== privateKey) {
      throw new Error("the shares do not restore the key");
    }
  }
  return shares;
}

/**
 * Restores a private key from two shares and the pad; null when they do not give the key that belongs to
 * `publicKey`. Shares carry no proof of their own: combining wrong ones gives some other key, which is
 * noticed here.
 * @param publicKey 32 raw bytes, base64url, as in the manifest
 * @returns X25519, PKCS#8, DER, base64
 */
export async function joinShares(
  [one, other]: readonly [Uint8Array, Uint8Array],
  pad: Uint8Array,
  publicKey: string,
): Promise<string | null> {
  // The library throws on shares of different lengths and on the same place twice.
  const padded = await combine([new Uint8Array(one), new Uint8Array(other)]).catch(() => null);
  if (padded?.length !== KEY_BYTES) return null;
  const der = Buffer.concat([PKCS8_START, underPad(padded, pad)]);
  const spki = createPublicKey(createPrivateKey({ key: der, type: "pkcs8", format: "der" }));
  const raw = spki.export({ type: "spki", format: "der" }).subarray(-KEY_BYTES);
  return raw.toString("base64url") === publicKey ? der.toString("base64") : null;
}

/** Every two of some shares. */
export function pairsOf(shares: readonly Uint8Array[]): [Uint8Array, Uint8Array][] {
  return shares.flatMap((one, at) =>
    shares.slice(at + 1).map((other): [Uint8Array, Uint8Array] => [one, other]),
  );
}

/** Bytes under a one-time pad, and from under it: the same twice is the bytes again. */
function underPad(bytes: Uint8Array, pad: Uint8Array): Uint8Array {
  if (pad.length !== bytes.length) throw new RangeError("the pad is as long as the key");
  return new Uint8Array(bytes).map((byte, at) => byte ^ (pad[at] ?? 0));
}
