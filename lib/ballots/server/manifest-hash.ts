import { createHash } from "node:crypto";
import { manifestText, type Manifest } from "@/lib/ballots/wire/manifest";

/** The text to serve, byte for byte, and its SHA-256 in hexadecimal. Throws on an invalid manifest. */
export function freezeManifest(manifest: Manifest): {
  readonly text: string;
  readonly hash: string;
} {
  const text = manifestText(manifest);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}
