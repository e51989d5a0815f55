import { join } from "node:path";
import { splitName } from "./secret-name";

/** The file of a secret: `<wave>.keys.json`, or `<wave>.kept-2.share.json`. Throws as {@link splitName}. */
export function secretFilePath(directory: string, name: string): string {
  const { waveId, ending } = splitName(name);
  return join(directory, `${waveId}${ending === "" ? ".keys" : `${ending}.share`}.json`);
}
