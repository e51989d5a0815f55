/**
 * Numbers from 0 up to 1 that look random and follow from the seed alone (Mulberry32). For choosing which
 * coalitions the audit tries: a release must come out the same every time it is compiled. Not for secrets.
 */
export function seededRandom(seedHex: string): () => number {
  let state = Number.parseInt(seedHex.slice(0, 8), 16) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
