import { createPublicKey, type KeyObject } from "node:crypto";
import { importPrivateKey } from "@/lib/ballots/server/blind-signature";
import { findBallotKey } from "@/lib/data/ballot-box";
import { keyStore } from "./key-store/installed";

interface MarginKey {
  readonly waveId: string;
  readonly marginId: string;
  readonly publicKey: KeyObject;
  readonly closesAt: Date;
}

const KEPT = 4_000;
const publicKeys = new Map<string, MarginKey>();
const privateKeys = new Map<
  string,
  { stored: Readonly<Record<string, string>>; parsed: Map<string, KeyObject> }
>();

function keep<K, V>(cache: Map<K, V>, key: K, value: V, most: number): void {
  if (cache.size >= most) cache.clear();
  cache.set(key, value);
}

/** A margin's public key, parsed once: it never changes. Null when there is no such margin. */
export async function ballotKey(marginId: string): Promise<MarginKey | null> {
  const known = publicKeys.get(marginId);
  if (known !== undefined) return known;
  const stored = await findBallotKey(marginId);
  if (stored === null) return null;
  const key: MarginKey = {
    waveId: stored.waveId,
    marginId,
    publicKey: createPublicKey({
      key: Buffer.from(stored.publicKey),
      type: "spki",
      format: "der",
    }),
    closesAt: stored.closesAt,
  };
  keep(publicKeys, marginId, key, KEPT);
  return key;
}

/** A margin's private key for blind signing, parsed at first use; null once the wave is sealed. */
export async function signingKey(waveId: string, marginId: string): Promise<KeyObject | null> {
  let wave = privateKeys.get(waveId);
  if (wave === undefined) {
    const stored = await keyStore().get(waveId);
    if (stored === null) return null;
    wave = { stored: stored.margins, parsed: new Map() };
    keep(privateKeys, waveId, wave, 50);
  }
  const known = wave.parsed.get(marginId);
  if (known !== undefined) return known;
  const pkcs8 = wave.stored[marginId];
  if (pkcs8 === undefined) return null;
  const key = importPrivateKey(pkcs8);
  wave.parsed.set(marginId, key);
  return key;
}

/** Forgets a wave's private keys, when it is closed. */
export function forgetSigningKeys(waveId: string): void {
  privateKeys.delete(waveId);
}
