import type { LockedBox } from "./device-store";

const AES = "AES-GCM";
/** NIST SP 800-38D, 8.2: 96 bits. Each key here locks a few boxes, so chance never repeats one. */
const IV_BYTES = 12;

/** A key that the browser uses and never shows. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: AES, length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Locks a value as JSON. */
export async function lock(key: CryptoKey, value: unknown): Promise<LockedBox> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { iv, box: await crypto.subtle.encrypt({ name: AES, iv }, key, bytes) };
}

/** What was locked; null where the key is another or a bit has changed. */
export async function unlock(key: CryptoKey, { iv, box }: LockedBox): Promise<unknown> {
  try {
    const bytes = await crypto.subtle.decrypt({ name: AES, iv }, key, box);
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
