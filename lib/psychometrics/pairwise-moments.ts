/** Numbers kept a pair of items: n, Σx, Σy, Σxy, Σx², Σy² over those who answered both. */
const SUMS = 6;
/** A spread below this share of the sum of squares is what rounding leaves of a constant. */
const ROUNDING = 1e-12;

/**
 * Means, variances, covariances and correlations of k items over everyone who answered both items of a pair, gathered
 * one respondent at a time: memory is k², whatever the number of respondents. Answers are counted from the first one
 * seen, so that large numbers with a small spread lose no digits.
 */
export class PairwiseMoments {
  private readonly origin: Float64Array;
  /** Row i, column j ≥ i, at (i·k + j)·6. */
  private readonly sums: Float64Array;
  private readonly shifted: Float64Array;
  private readonly answered: Int32Array;

  constructor(readonly itemCount: number) {
    this.origin = new Float64Array(itemCount).fill(Number.NaN);
    this.sums = new Float64Array(itemCount * itemCount * SUMS);
    this.shifted = new Float64Array(itemCount);
    this.answered = new Int32Array(itemCount);
  }

  /** One respondent's k answers; NaN is no answer. */
  add(answers: ArrayLike<number>): void {
    const { itemCount: k, origin, shifted, answered, sums } = this;
    let found = 0;
    for (let item = 0; item < k; item += 1) {
      const answer = answers[item] ?? Number.NaN;
      if (Number.isNaN(answer)) continue;
      if (Number.isNaN(origin[item])) origin[item] = answer;
      shifted[item] = answer - (origin[item] ?? 0);
      answered[found] = item;
      found += 1;
    }
    for (let first = 0; first < found; first += 1) {
      const i = answered[first] ?? 0;
      const x = shifted[i] ?? 0;
      for (let second = first; second < found; second += 1) {
        const j = answered[second] ?? 0;
        const y = shifted[j] ?? 0;
        const at = (i * k + j) * SUMS;
        sums[at] = (sums[at] ?? 0) + 1;
        sums[at + 1] = (sums[at + 1] ?? 0) + x;
        sums[at + 2] = (sums[at + 2] ?? 0) + y;
        sums[at + 3] = (sums[at + 3] ?? 0) + x * y;
        sums[at + 4] = (sums[at + 4] ?? 0) + x * x;
        sums[at + 5] = (sums[at + 5] ?? 0) + y * y;
      }
    }
  }

  /** How many answered both items; with `i` = `j`, how many answered the item. */
  count(i: number, j: number): number {
    return this.pair(i, j)[0];
  }

  /** Mean of an item's answers; `null` without any. */
  mean(item: number): number | null {
    const [n, x] = this.pair(item, item);
    return n === 0 ? null : (this.origin[item] ?? 0) + x / n;
  }

  /** Variance of an item's answers, with n − 1; 0 exactly for a constant item, `null` below two answers. */
  variance(item: number): number | null {
    const [n, x, , , xx] = this.pair(item, item);
    return n < 2 ? null : centredSquares(n, x, xx) / (n - 1);
  }

  /** Covariance over those who answered both, with n − 1; `null` where fewer than two did. */
  covariance(i: number, j: number): number | null {
    const [n, x, y, xy] = this.pair(i, j);
    return n < 2 ? null : (xy - (x * y) / n) / (n - 1);
  }

  /**
   * Pearson's correlation over those who answered both, with the spread of just those (R's `pairwise`); `null` where
   * fewer than two did or where one of the items does not vary among them.
   */
  correlation(i: number, j: number): number | null {
    const [n, x, y, xy, xx, yy] = this.pair(i, j);
    if (n < 2) return null;
    const spread = Math.sqrt(centredSquares(n, x, xx) * centredSquares(n, y, yy));
    return spread === 0 ? null : (xy - (x * y) / n) / spread;
  }

  private pair(i: number, j: number): readonly [number, number, number, number, number, number] {
    const at = (i <= j ? i * this.itemCount + j : j * this.itemCount + i) * SUMS;
    const sum = (offset: number): number => this.sums[at + offset] ?? 0;
    return [sum(0), sum(1), sum(2), sum(3), sum(4), sum(5)];
  }
}

function centredSquares(n: number, sum: number, squares: number): number {
  const centred = squares - (sum * sum) / n;
  return centred <= squares * ROUNDING ? 0 : centred;
}
