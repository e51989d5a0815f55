import { open, stat } from "node:fs/promises";
import { hasCode } from "./durable-files";
import { secretFilePath } from "./path";
import type { SecretReader } from "./secret-driver";

/** Reads what {@link fileSecretWriter} wrote. */
export function fileSecretReader(directory: string): SecretReader {
  return {
    async get(name) {
      const path = secretFilePath(directory, name);
      for (;;) {
        try {
          const file = await open(path, "r");
          try {
            const text = await file.readFile("utf8");
            // Destroying moves a file away before it overwrites it: one that is still there was read whole.
            if ((await stat(path)).ino === (await file.stat()).ino) return text;
          } finally {
            await file.close();
          }
        } catch (error) {
          if (hasCode(error, "ENOENT")) return null;
          throw error;
        }
      }
    },
  };
}
