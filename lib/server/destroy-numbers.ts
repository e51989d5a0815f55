import { keyWriter } from "./key-store/key-writer";

/**
 * Destroys what students' numbers in a wave's nominations are made with, and nothing else: closing a wave has no other
 * business with the key store. Where it fails, closing does not: the seal destroys it with the other keys, and fails
 * aloud if it cannot.
 */
export async function destroyNumbers(waveId: string): Promise<void> {
  await keyWriter()
    .destroyPseudonyms(waveId)
    .catch(() => undefined);
}
