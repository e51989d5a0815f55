import { createHmac, hkdfSync } from "node:crypto";

/** What a seal needs to be random to everybody else and the same each time it runs. */
export interface SealSecrets {
  /** For the release, 64 hexadecimal digits. */
  readonly salt: string;
  /** The hash, 32 bytes, that stands in for a receipt at this place of the filling. */
  readonly filling: (at: number) => Buffer;
}

const BYTES = 32;

/**
 * Derived from the wave's private key, by HKDF (RFC 5869) under labels of their own: a seal that is killed and
 * run again gives the same bytes, answers have no part in them, and once the key is destroyed nobody can
 * compute them again, from the database or from a backup of it.
 * @param hpkePrivateKey X25519, PKCS#8, DER, base64
 */
export function sealSecrets(waveId: string, hpkePrivateKey: string): SealSecrets {
  // The last 32 bytes are the scalar; what stands before them is alike in every key.
  const key = Buffer.from(hpkePrivateKey, "base64").subarray(-BYTES);
  if (key.length !== BYTES) throw new RangeError("not an X25519 key");
  const derive = (label: string) =>
    Buffer.from(hkdfSync("sha256", key, "", `hearth ${label} ${waveId}`, BYTES));
  const filler = derive("receipt filling/1");
  return {
    salt: derive("release salt/1").toString("hex"),
    filling: (at) => {
      const place = Buffer.alloc(4);
      place.writeUInt32BE(at);
      return createHmac("sha256", filler).update(place).digest();
    },
  };
}
