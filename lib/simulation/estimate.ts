/** A share found by simulation, with its Monte-Carlo standard error. Both 0 to 1. */
export interface Estimate {
  readonly rate: number;
  readonly se: number;
  /** What the share is of: class-terms, flags, rises. */
  readonly of: number;
}

/**
 * Adds up hits of clusters whose members are not independent: the classes of a district share their weeks. The
 * standard error is that of a ratio over clusters: √Σ(hitsᵢ − rate·ofᵢ)² / Σofᵢ.
 */
export class ShareOfClusters {
  private readonly hits: number[] = [];
  private readonly of: number[] = [];

  add(hits: number, of: number): void {
    this.hits.push(hits);
    this.of.push(of);
  }

  estimate(): Estimate {
    const total = this.of.reduce((sum, each) => sum + each, 0);
    if (total === 0) return { rate: 0, se: 0, of: 0 };
    const rate = this.hits.reduce((sum, each) => sum + each, 0) / total;
    const squares = this.hits.reduce(
      (sum, hits, at) => sum + (hits - rate * (this.of[at] ?? 0)) ** 2,
      0,
    );
    return { rate, se: Math.sqrt(squares) / total, of: total };
  }
}
