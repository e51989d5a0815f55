import { Aes128Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { DhkemX25519HkdfSha256 } from "@hpke/dhkem-x25519";
import { encodeAnswerVector, type AnswerVector } from "@/lib/ballots/wire/answer-vector";
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
 * Encrypts answers to the wave's key, bound to the wave (info) and to the margin (aad).
 * @param hpkePublicKey from the manifest, base64url
 * @returns encapsulated key (32) ‖ ciphertext (64) ‖ tag (16); always 112 bytes
 */
export async function sealAnswers(
  hpkePublicKey: string,
  target: { readonly waveId: string; readonly marginId: string },
  vector: AnswerVector,
): Promise<Bytes> {
  const raw = fromBase64url(hpkePublicKey);
  if (raw === null) throw new RangeError("the key is not base64url");
  const recipientPublicKey = await suite.kem.deserializePublicKey(raw);
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: sealInfo(target.waveId) },
    encodeAnswerVector(vector),
    sealAad(target.waveId, target.marginId),
  );
  return concatBytes(new Uint8Array(enc), new Uint8Array(ct));
}
