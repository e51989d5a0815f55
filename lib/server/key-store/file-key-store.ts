import { readdir, readFile } from "node:fs/promises";
import { isUuid } from "@/lib/ballots/wire/uuid";
import { hasCode } from "@/lib/server/key-store/durable-files";
import { readKeyFile } from "@/lib/server/key-store/key-file";
import { KEY_FILE_SUFFIX, keyFilePath } from "@/lib/server/key-store/path";
import type { KeyStore } from "@/lib/server/key-store/key-store";
import { fileKeyWriter } from "@/lib/server/key-store/key-writer";

/**
 * Keys as files (see {@link fileKeyWriter}), with reading and listing. Keep the directory out of
 * the database's directory and out of backups: a backup that holds both a ballot box and its keys
 * can be opened after the seal.
 */
export function fileKeyStore(directory: string): KeyStore {
  return {
    ...fileKeyWriter(directory),

    async get(waveId) {
      const path = keyFilePath(directory, waveId);
      const text = await readFile(path, "utf8").catch(nullWhenMissing);
      if (text === null) return null;
      const keys = readKeyFile(text, waveId);
      if (keys === null) throw new Error(`the key file ${path} is damaged`);
      return keys;
    },

    async list() {
      const files = (await readdir(directory).catch(nullWhenMissing)) ?? [];
      return files
        .filter((name) => name.endsWith(KEY_FILE_SUFFIX))
        .map((name) => name.slice(0, -KEY_FILE_SUFFIX.length))
        .filter(isUuid)
        .sort();
    },
  };
}

function nullWhenMissing(error: unknown): null {
  if (hasCode(error, "ENOENT")) return null;
  throw error;
}
