import { inflateSync } from "node:zlib";

/**
 * Every text that a PDF of ours writes, in the order of its pages: it holds them as hexadecimal in compressed
 * streams. Only for single-byte fonts; letters outside of Latin-1 are pictures.
 */
export function textsOfPdf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes);
  const texts: string[] = [];
  for (let at = file.indexOf("stream\n"); at !== -1; at = file.indexOf("\nstream\n", at + 1)) {
    const start = file.indexOf("stream\n", at) + "stream\n".length;
    const end = file.indexOf("\nendstream", start);
    const content = inflated(file.subarray(start, end));
    for (const [, hex = ""] of content.matchAll(/<([0-9A-Fa-f]+)> Tj/gu)) {
      texts.push(Buffer.from(hex, "hex").toString("latin1"));
    }
  }
  return texts;
}

/** Pictures and the like are no text: nothing of them is read. */
function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString("latin1");
  } catch {
    return "";
  }
}
