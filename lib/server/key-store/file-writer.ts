import { randomBytes } from "node:crypto";
import { chmod, mkdir, readdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { createDurably, destroyDurably, hasCode } from "./durable-files";
import { secretFilePath } from "./path";
import type { SecretWriter } from "./secret-driver";

/**
 * Writes secrets as files, mode 600 in a directory of mode 700 that is created when missing. Keep the
 * directory out of the database's directory and out of backups: a backup that holds both a ballot box and
 * its keys can be opened after the seal.
 */
export function fileSecretWriter(directory: string): SecretWriter {
  return {
    async put(name, secret) {
      const path = secretFilePath(directory, name);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Also for a directory that was there before, perhaps open to others.
      await chmod(directory, 0o700);
      return (await createDurably(path, secret)) ? "stored" : "exists";
    },

    async destroy(name) {
      const path = secretFilePath(directory, name);
      // Out of the way first: who reads meanwhile finds none, not one that is half overwritten.
      const dying = `${path}.${randomBytes(8).toString("hex")}.tmp`;
      await rename(path, dying).catch(noneWhenMissing);
      const files = (await readdir(directory).catch(noneWhenMissing)) ?? [];
      // With it goes what a crash in the middle of a put, or of this, has left.
      const copies = files.filter((file) => file.startsWith(`${basename(path)}.`));
      for (const file of copies) await destroyDurably(join(directory, file));
    },
  };
}

function noneWhenMissing(error: unknown): null {
  if (hasCode(error, "ENOENT")) return null;
  throw error;
}
