import { joinShares } from "@/lib/ballots/server/key-shares";
import { installedSecretReader, keyStore } from "./installed";
import { SHARE_POSITIONS, type SharePosition } from "./key-store";
import { installedSecretWriter } from "./key-writer";
import type { SecretReader, SecretWriter } from "./secret-driver";
import { keptName, waitingName } from "./secret-name";
import { readShareFile, writeShareFile } from "./share-file";

/** The shares of trustees, on their way out before a wave opens and on their way back after it closed. */
export interface TrusteeShares {
  /** The share that waits for a trustee, or null once it was taken. */
  waiting(waveId: string, position: SharePosition): Promise<Uint8Array | null>;
  /** Destroys the share that waited: its trustee has it. */
  forgetWaiting(waveId: string, position: SharePosition): Promise<void>;
  /** Keeps a share that its trustee has given back, in place of anything else that is kept as theirs. */
  keep(waveId: string, position: SharePosition, share: Uint8Array): Promise<void>;
  /** The shares given back so far that can be read, by position. */
  kept(waveId: string): Promise<ReadonlyMap<SharePosition, Uint8Array>>;
  /** Whether two shares give the key that belongs to the manifest's public one; the key itself stays here. */
  give(
    waveId: string,
    pair: readonly [Uint8Array, Uint8Array],
    publicKey: string,
  ): Promise<boolean>;
}

/** The shares in this installation's key store. */
export function trusteeShares(
  secrets: SecretReader & SecretWriter = { ...installedSecretWriter(), ...installedSecretReader() },
): TrusteeShares {
  async function read(name: string, waveId: string, position: SharePosition) {
    const text = await secrets.get(name);
    if (text === null) return null;
    const share = readShareFile(text, waveId, position);
    if (share === null) throw new Error(`the share ${name} is damaged in the key store`);
    return share;
  }

  return {
    waiting: (waveId, position) => read(waitingName(waveId, position), waveId, position),
    forgetWaiting: (waveId, position) => secrets.destroy(waitingName(waveId, position)),

    async keep(waveId, position, share) {
      const name = keptName(waveId, position);
      const text = writeShareFile(waveId, position, share);
      if ((await secrets.put(name, text)) === "stored" || (await secrets.get(name)) === text)
        return;
      // What lies there is not the trustee's share: somebody exchanged it.
      await secrets.destroy(name);
      await secrets.put(name, text);
    },

    async kept(waveId) {
      const found = new Map<SharePosition, Uint8Array>();
      for (const position of SHARE_POSITIONS) {
        const text = await secrets.get(keptName(waveId, position));
        // A damaged one is as good as none: two others can still open the wave.
        const share = text === null ? null : readShareFile(text, waveId, position);
        if (share !== null) found.set(position, share);
      }
      return found;
    },

    async give(waveId, pair, publicKey) {
      const pad = (await keyStore(secrets).get(waveId))?.pad;
      if (pad === undefined) return false;
      return (await joinShares(pair, Buffer.from(pad, "base64"), publicKey)) !== null;
    },
  };
}
