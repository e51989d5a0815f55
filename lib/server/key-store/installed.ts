import { environment } from "../environment";
import { fileKeyStore } from "./file-key-store";
import type { KeyStore } from "./key-store";

let store: KeyStore | undefined;

/** The key store of this installation: files, outside the data directory. */
export function keyStore(): KeyStore {
  store ??= fileKeyStore(environment().keyDir);
  return store;
}
