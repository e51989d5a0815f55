import { sha256Hex } from "@/lib/ballots/client/digest";
import { readManifest, type Manifest } from "@/lib/ballots/wire/manifest";

/**
 * Reads a fetched manifest, and refuses one that is not the one printed on the class's card.
 * `malformed`: not a manifest in canonical form. `other-hash`: the server handed out another
 * manifest than the QR code names, which is how a server would try to mark one student's ballot.
 * @param text the body as received, byte for byte
 * @param expectedHash 64 hexadecimal digits from the QR link; null when the student typed the code
 */
export async function openManifest(
  text: string,
  expectedHash: string | null,
): Promise<
  | { readonly ok: true; readonly manifest: Manifest; readonly hash: string }
  | { readonly ok: false; readonly code: "malformed" | "other-hash" }
> {
  const manifest = readManifest(text);
  if (manifest === null) return { ok: false, code: "malformed" };
  const hash = await sha256Hex(text);
  if (expectedHash !== null && expectedHash.toLowerCase() !== hash) {
    return { ok: false, code: "other-hash" };
  }
  return { ok: true, manifest, hash };
}
