import { join } from "node:path";
import { splitName } from "./secret-name";

/**
 * The file of a secret: `<wave>.keys.json`, `<wave>.numbers.json`, or `<wave>.kept-2.share.json`. Throws as
 * {@link splitName}.
 */
export function secretFilePath(directory: string, name: string): string {
  const { waveId, ending } = splitName(name);
  return join(directory, `${waveId}${fileEnding(ending)}.json`);
}

function fileEnding(ending: string): string {
  if (ending === "") return ".keys";
  return ending === ".numbers" ? ending : `${ending}.share`;
}
