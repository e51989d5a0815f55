import { environment } from "../environment";
import { commandSecretReader } from "./command-reader";
import { fileSecretReader } from "./file-reader";
import { readKeyFile } from "./key-file";
import type { KeyStore } from "./key-store";
import { installedSecretWriter, keyWriter } from "./key-writer";
import type { SecretReader, SecretWriter } from "./secret-driver";
import { readPseudonymFile } from "./pseudonym-file";
import { keysName, pseudonymsName } from "./secret-name";

/** Where this installation reads its secrets. */
export function installedSecretReader(): SecretReader {
  const { keyDriver, keyDir } = environment();
  return keyDriver.kind === "file" ? fileSecretReader(keyDir) : commandSecretReader(keyDriver);
}

/** The key store of this installation. */
export function keyStore(
  secrets: SecretReader & SecretWriter = { ...installedSecretWriter(), ...installedSecretReader() },
): KeyStore {
  return {
    ...keyWriter(secrets),

    async get(waveId) {
      const name = keysName(waveId);
      const text = await secrets.get(name);
      if (text === null) return null;
      const keys = readKeyFile(text, waveId);
      if (keys === null) throw new Error(`the keys of wave ${waveId} are damaged in the key store`);
      return keys;
    },

    async getPseudonyms(waveId) {
      const text = await secrets.get(pseudonymsName(waveId));
      if (text === null) return null;
      const key = readPseudonymFile(text, waveId);
      if (key === null) throw new Error(`the numbers' key of wave ${waveId} is damaged`);
      return key;
    },
  };
}
