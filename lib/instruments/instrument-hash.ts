import { canonicalJson } from "@/lib/canonical-json";
import type { Instrument } from "@/lib/instruments/instrument";
import { sha256Hex } from "@/lib/sha256";

/**
 * SHA-256 of the instrument in canonical JSON, 64 hexadecimal digits. Goes into a wave's manifest, so that no two
 * students of a wave can be asked different questions unnoticed.
 */
export function instrumentHash(instrument: Instrument): string {
  return sha256Hex(canonicalJson(instrument));
}
