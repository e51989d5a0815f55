import { createHmac } from "node:crypto";

/** The pepper is a secret of the installation, kept outside the database. */
export const PEPPER_BYTES = 32;

/**
 * HMAC-SHA-256 of a seat code under the pepper, 64 hexadecimal digits; the only form in which a
 * seat code is stored. A plain hash would not do: a code has 34 bits, and a thief of the database
 * who can try 10⁹ hashes a second would list every unused code in under 20 seconds and vote with
 * them. A slow hash would only multiply that, and would slow each admission; without the pepper
 * there is nothing to try.
 * Throws a `RangeError` on a pepper under 32 bytes.
 * @param code as {@link checkCode} returned it
 */
export function hashSeatCode(code: string, pepper: Uint8Array): string {
  if (pepper.length < PEPPER_BYTES) throw new RangeError("the pepper needs 32 bytes");
  return createHmac("sha256", pepper).update("hearth-seat/1\0").update(code).digest("hex");
}
