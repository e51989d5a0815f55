/** At most this share of the classes named may be expected to be named wrongly. */
export const FALSE_DISCOVERY_LIMIT = 0.2;

/**
 * Bayesian false discovery rate: take classes from the highest probability of being low downwards, for as long as the
 * mean of (1 − P) over those taken stays at or below `limit` (reference/statistics.md). Classes with equal
 * probability are taken together or not at all, so the order of the input never decides.
 * @param probabilities P_low of each class, 0 to 1.
 * @returns one boolean a class, in the order of the input.
 */
export function falseDiscoverySet(
  probabilities: readonly number[],
  limit: number = FALSE_DISCOVERY_LIMIT,
): readonly boolean[] {
  if (probabilities.some((p) => !(p >= 0 && p <= 1))) {
    throw new RangeError("A probability lies between 0 and 1");
  }
  const levels = [...new Set(probabilities)].sort((a, b) => b - a);
  let taken = 0;
  let expectedFalse = 0;
  let threshold = Infinity;
  for (const level of levels) {
    const tied = probabilities.filter((p) => p === level).length;
    taken += tied;
    expectedFalse += tied * (1 - level);
    if (expectedFalse / taken > limit) break;
    threshold = level;
  }
  return probabilities.map((p) => p >= threshold);
}
