/**
 * A seeded source of numbers in [0, 1), so that the demo district and every simulation are the same on every machine.
 * Never for keys, seats or ballots: those need a cryptographic source.
 */
export type Random = () => number;

const TWO_32 = 2 ** 32;

function rotateLeft(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

/**
 * xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021):
 * unsigned 32-bit integers from a state of four words that are not all zero.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return result;
  };
}

/** FNV-1a (Fowler, Noll, Vo), 32 bits, over UTF-16 code units: spreads a label over a word. */
function labelHash(label: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) {
    hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * One stream of a seed. Each part of the demo draws from a stream with a label of its own, so that
 * changing one part leaves the others as they were.
 */
export function seededRandom(seed: number, label: string): Random {
  const words = ["a", "b", "c", "d"].map((word) => labelHash(`${seed}/${label}/${word}`));
  const [a = 1, b = 2, c = 3, d = 4] = words;
  const next = xoshiro128([a, b, c, d]);
  for (let i = 0; i < 16; i++) next();
  return () => next() / TWO_32;
}

/** A whole number from `low` to `high`, both included. */
export function integerBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A new array in random order: each item draws a key, and the keys are sorted. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((x, y) => x.key - y.key)
    .map(({ item }) => item);
}

/** Standard normal (Box & Muller 1958). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Standard normal, drawn again until it lies within ±limit. */
export function truncatedNormal(random: Random, limit: number): number {
  for (;;) {
    const z = normal(random);
    if (Math.abs(z) <= limit) return z;
  }
}

/** Gamma of scale 1 and a shape of at least 1 (Marsaglia & Tsang 2000). Throws a RangeError below 1. */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) throw new RangeError("gamma needs a shape of at least 1");
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Beta(a, b) for a and b of at least 1, as a ratio of gammas. */
export function beta(random: Random, a: number, b: number): number {
  const x = gamma(random, a);
  return x / (x + gamma(random, b));
}
