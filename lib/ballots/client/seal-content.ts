import { Aes128Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { DhkemX25519HkdfSha256 } from "@hpke/dhkem-x25519";
import {
  type BallotContent,
  type BallotWidth,
  encodeContent,
} from "@/lib/ballots/wire/ballot-content";
import { sealAad, sealInfo } from "@/lib/ballots/wire/ballot-layout";
import { concatBytes, fromBase64url, type Bytes } from "@/lib/ballots/wire/bytes";

/**
 * HPKE (RFC 9180) in base mode. The X25519 comes from the package and not from WebCrypto, which
 * has it only since Chrome 133: school Chromebooks are older.
 */
const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});

/**
 * Encrypts answers, or what a student wrote, to the wave's key, bound to the wave (info) and to the margin (aad).
 * @param hpkePublicKey from the manifest, base64url
 * @returns encapsulated key (32) ‖ ciphertext (64 or 448) ‖ tag (16)
 */
export async function sealContent(
  hpkePublicKey: string,
  target: { readonly waveId: string; readonly marginId: string },
  content: BallotContent,
  width: BallotWidth = "narrow",
): Promise<Bytes> {
  const raw = fromBase64url(hpkePublicKey);
  if (raw === null) throw new RangeError("the key is not base64url");
  const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: sealInfo(target.waveId) },
    encodeContent(content, width),
    sealAad(target.waveId, target.marginId),
  );
  return concatBytes(new Uint8Array(enc), new Uint8Array(ct));
}
