import { findManifestText } from "@/lib/data/waves";

/** The manifest as it was hashed, or null before the wave is planned. Public. */
export async function readManifestText(waveId: string): Promise<string | null> {
  return findManifestText(waveId);
}
