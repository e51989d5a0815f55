import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { ballotMessage } from "@/lib/ballots/wire/ballot-layout";
import { fromBase64url, type Bytes } from "@/lib/ballots/wire/bytes";
import { sha256 } from "@/lib/ballots/client/digest";

/**
 * RFC 9474, variant RSABSSA-SHA384-PSS-Deterministic.
 *
 * "Deterministic" names the preparation of the message only: the PSS salt (48 bytes) and the
 * blinding factor are fresh for every call. The Randomized variants put 32 random bytes before the
 * message, for messages that a signer who made its key maliciously could guess. Ours begins with a
 * nonce of 256 random bits that the browser drew, so it cannot be guessed, and RFC 9474 section 5
 * names the Deterministic variants for such messages. The salted PSS is kept rather than PSSZERO
 * because section 7.3 rests blindness under a malicious key on that salt or on that entropy: we
 * have both.
 */
const suite = RSABSSA.SHA384.PSS.Deterministic();

/** A margin's public key from the manifest. Rejects on what is not an RSA SPKI. */
export async function importMarginKey(spki: string): Promise<CryptoKey> {
  const der = fromBase64url(spki);
  if (der === null) throw new RangeError("the key is not base64url");
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  return crypto.subtle.importKey("spki", der, algorithm, true, ["verify"]);
}

/** The message to sign for a ballot: it holds the nonce and the hash of the sealed answers. */
export async function prepare(nonce: Uint8Array, sealed: Bytes): Promise<Bytes> {
  return ballotMessage(nonce, await sha256(sealed));
}

/**
 * Blinds a prepared message.
 * @returns `blinded` (256 bytes) for the server; `inverse` (256 bytes), the secret that unblinds.
 */
export async function blind(
  publicKey: CryptoKey,
  message: Uint8Array,
): Promise<{ readonly blinded: Bytes; readonly inverse: Bytes }> {
  const { blindedMsg, inv } = await suite.blind(publicKey, message);
  return { blinded: new Uint8Array(blindedMsg), inverse: new Uint8Array(inv) };
}

/** Unblinds and verifies; null when the server's answer is not a signature of this message. */
export async function finalize(
  publicKey: CryptoKey,
  message: Uint8Array,
  blindSignature: Uint8Array,
  inverse: Uint8Array,
): Promise<Bytes | null> {
  try {
    return new Uint8Array(await suite.finalize(publicKey, message, blindSignature, inverse));
  } catch {
    // The library throws for a wrong size and a wrong signature alike; neither is our bug.
    return null;
  }
}

/** True when the (unblinded) signature is valid for the message. */
export async function verify(
  publicKey: CryptoKey,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean> {
  return suite.verify(publicKey, signature, message);
}
