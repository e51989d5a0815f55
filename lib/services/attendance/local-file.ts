import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { ImportSource } from "../imports/import-source";

/** A file on this machine as an import's source: hashed now, read again when it is applied. */
export async function localFile(
  path: string,
): Promise<ImportSource & { readonly open: () => AsyncIterable<Uint8Array> }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const open = () => createReadStream(path) as AsyncIterable<Uint8Array>;
  for await (const chunk of open()) {
    hash.update(chunk);
    bytes += chunk.byteLength;
  }
  return { runId: null, fileName: basename(path), sha256: hash.digest("hex"), bytes, open };
}
