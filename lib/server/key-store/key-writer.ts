import { chmod, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createDurably, destroyDurably, hasCode } from "@/lib/server/key-store/durable-files";
import { writeKeyFile } from "@/lib/server/key-store/key-file";
import { KEY_FILE_SUFFIX, keyFilePath } from "@/lib/server/key-store/path";
import type { KeyWriter } from "@/lib/server/key-store/key-store";

/**
 * Writes keys as files, one a wave, mode 600 in a directory of mode 700 that is created when
 * missing. It is a module of its own so that planning a wave can store keys without being able to
 * import what reads them.
 */
export function fileKeyWriter(directory: string): KeyWriter {
  return {
    async put(waveId, keys) {
      const path = keyFilePath(directory, waveId);
      const content = writeKeyFile(waveId, keys);
      await mkdir(directory, { recursive: true, mode: 0o700 });
      // Also for a directory that was there before, perhaps open to others.
      await chmod(directory, 0o700);
      const created = await createDurably(path, content);
      return created ? { ok: true } : { ok: false, code: "exists" };
    },

    async destroy(waveId) {
      const path = keyFilePath(directory, waveId);
      const files = await readdir(directory).catch(noneWhenMissing);
      if (files === null) return;
      // A crash in the middle of a put can leave a temporary copy: it goes first.
      const copies = files.filter((name) => name.startsWith(`${waveId}${KEY_FILE_SUFFIX}.`));
      for (const name of copies) await destroyDurably(join(directory, name));
      await destroyDurably(path);
    },
  };
}

function noneWhenMissing(error: unknown): null {
  if (hasCode(error, "ENOENT")) return null;
  throw error;
}
