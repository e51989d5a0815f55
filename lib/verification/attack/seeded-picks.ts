import { createHash } from "node:crypto";

/**
 * Numbers from 0 up to 1, the same for the same seed on every machine: SHA-256 of the seed and a counter, 32
 * bits at a time. What is picked at random must not change between two runs over one file.
 */
export function seededPicks(seed: string): () => number {
  let counter = 0;
  let digest = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at === digest.length) {
      digest = createHash("sha256").update(`${seed} ${counter}`).digest();
      counter += 1;
      at = 0;
    }
    const value = digest.readUInt32BE(at) / 2 ** 32;
    at += 4;
    return value;
  };
}

/** An index drawn in proportion to its weight. The weights are whole numbers and not all zero. */
export function pickWeighted(weights: readonly number[], random: () => number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = Math.floor(random() * total);
  return weights.findIndex((weight) => (left -= weight) < 0);
}
