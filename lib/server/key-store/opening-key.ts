import { joinShares, pairsOf } from "@/lib/ballots/server/key-shares";
import type { Manifest } from "@/lib/ballots/wire/manifest";
import { keyStore } from "./installed";
import { trusteeShares } from "./trustee-shares";

/**
 * The private key that opens a wave's ballots (X25519, PKCS#8, DER, base64): the stored one, or, with
 * trustees, what two shares that came back give, checked against the manifest. It is put together in memory,
 * each time it is needed, and stored nowhere. Null when there is none, or fewer than two shares came back.
 * Throws where the manifest names trustees and the whole key lies in the store all the same: then somebody took
 * the trustees out of the database while the keys were made, and nobody may gain from that.
 */
export async function openingKey(
  waveId: string,
  { hpkePublicKey: publicKey, trustees }: Pick<Manifest, "hpkePublicKey" | "trustees">,
): Promise<string | null> {
  const keys = await keyStore().get(waveId);
  if (keys === null) return null;
  if ((keys.pad === undefined) !== (trustees === undefined)) {
    throw new Error(`the keys of wave ${waveId} are not held by whom its manifest says`);
  }
  if (keys.pad === undefined) return keys.hpkePrivateKey;
  const pad = Buffer.from(keys.pad, "base64");
  const pairs = pairsOf([...(await trusteeShares().kept(waveId)).values()]);
  for (const pair of pairs) {
    const key = await joinShares(pair, pad, publicKey);
    if (key !== null) return key;
  }
  if (pairs.length > 0) throw new Error(`the shares kept of wave ${waveId} do not give its key`);
  return null;
}
