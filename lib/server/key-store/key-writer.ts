import { environment } from "../environment";
import { commandSecretWriter } from "./command-writer";
import { fileSecretWriter } from "./file-writer";
import { writeKeyFile } from "./key-file";
import type { KeyWriter } from "./key-store";
import type { SecretWriter } from "./secret-driver";
import { writePseudonymFile } from "./pseudonym-file";
import { keysName, namesOf, pseudonymsName, waitingName } from "./secret-name";
import { writeShareFile } from "./share-file";

/** Where this installation writes its secrets: files, or the operator's program. */
export function installedSecretWriter(): SecretWriter {
  const { keyDriver, keyDir } = environment();
  return keyDriver.kind === "file" ? fileSecretWriter(keyDir) : commandSecretWriter(keyDriver);
}

/**
 * Stores and destroys keys and shares. It is a module of its own so that planning a wave can store keys
 * without being able to import what reads them.
 */
export function keyWriter(secrets: SecretWriter = installedSecretWriter()): KeyWriter {
  return {
    async put(waveId, keys, { shares = [], pseudonyms } = {}) {
      const text = writeKeyFile(waveId, keys);
      if (pseudonyms !== undefined) {
        const numbers = writePseudonymFile(waveId, pseudonyms);
        const stored = await secrets.put(pseudonymsName(waveId), numbers);
        if (stored === "exists") return { ok: false, code: "exists" };
      }
      // Shares first: keys without them could open for nobody.
      for (const { position, share } of shares) {
        const name = waitingName(waveId, position);
        const stored = await secrets.put(name, writeShareFile(waveId, position, share));
        if (stored === "exists") return { ok: false, code: "exists" };
      }
      const stored = await secrets.put(keysName(waveId), text);
      return stored === "stored" ? { ok: true } : { ok: false, code: "exists" };
    },

    async destroy(waveId) {
      await Promise.all(namesOf(waveId).map((name) => secrets.destroy(name)));
    },

    async destroyPseudonyms(waveId) {
      await secrets.destroy(pseudonymsName(waveId));
    },
  };
}
