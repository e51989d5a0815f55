import { join } from "node:path";
import { isUuid } from "@/lib/ballots/wire/uuid";

/** How the name of a wave's key file ends; the wave id comes before it. */
export const KEY_FILE_SUFFIX = ".keys.json";

/**
 * The key file of a wave. Only hexadecimal digits and dashes get into a path: no "..", no "/", no
 * NUL. Throws a `RangeError` on anything but a canonical UUID.
 */
export function keyFilePath(directory: string, waveId: string): string {
  if (!isUuid(waveId)) throw new RangeError("a wave id must be a UUID in lower case");
  return join(directory, waveId + KEY_FILE_SUFFIX);
}
