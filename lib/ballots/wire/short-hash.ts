/** Crockford's base 32, whose symbols people do not mistake for one another. */
export const SHORT_ALPHABET: string = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The first 80 bits of a hash for people to compare: `7K3F-0QMA-ZX91-C4DE`. It makes chance and
 * hurried forgery visible; the QR link carries all 256 bits, which is what stops an operator who
 * can search for two manifests that share 80.
 * @param hash 64 hexadecimal digits
 */
export function shortHash(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("not a SHA-256 hash in hexadecimal");
  const bits = BigInt(`0x${hash.slice(0, 20)}`);
  const symbols = Array.from({ length: 16 }, (_, i) => {
    return SHORT_ALPHABET[Number((bits >> BigInt(75 - 5 * i)) & 31n)] ?? "";
  }).join("");
  return symbols.replace(/(.{4})(?=.)/g, "$1-");
}
