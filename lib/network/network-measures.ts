/** Ties by the numbers of two different members, 0 to `members` − 1, each tie once. */
export interface Ties {
  readonly members: number;
  readonly directed: boolean;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

export interface NetworkMeasures {
  readonly members: number;
  readonly ties: number;
  readonly directed: boolean;
  /** Ties of those possible; `null` with fewer than 2 members. */
  readonly density: number | null;
  /** Share of ties that are returned; `null` for undirected ties (nothing to return) and without ties. */
  readonly reciprocity: number | null;
  /** Freeman's, of all ties of a member; `null` with fewer than 3 members. */
  readonly degreeCentralization: number | null;
  /** Of ties received and of ties given; `null` for undirected ties. */
  readonly inDegreeCentralization: number | null;
  readonly outDegreeCentralization: number | null;
}

/**
 * Density, reciprocity and degree centralisation of a network without ties to oneself.
 *
 * Centralisation is Σ(d_max − dᵢ) over its largest value (Freeman 1978): (n − 1)(n − 2) for undirected ties, twice that
 * for given plus received, (n − 1)² for either alone. Throws a RangeError for a tie to oneself or to nobody.
 */
export function networkMeasures(ties: Ties): NetworkMeasures {
  const { members: n, directed, from, to } = ties;
  const given = new Float64Array(n);
  const received = new Float64Array(n);
  const arcs = new Set<number>();
  for (let tie = 0; tie < from.length; tie += 1) {
    const [a, b] = [from[tie] ?? -1, to[tie] ?? -1];
    if (a === b || !(a >= 0 && a < n && b >= 0 && b < n))
      throw new RangeError(`No tie of a network of ${n}: ${a} to ${b}`);
    given[a] = (given[a] ?? 0) + 1;
    received[b] = (received[b] ?? 0) + 1;
    arcs.add(a * n + b);
  }
  let returned = 0;
  if (directed)
    for (const arc of arcs) if (arcs.has((arc % n) * n + Math.floor(arc / n))) returned += 1;
  const all = given.map((count, member) => count + (received[member] ?? 0));
  const count = from.length;
  const pairs = (n * (n - 1)) / (directed ? 1 : 2);
  return {
    members: n,
    ties: count,
    directed,
    density: n < 2 ? null : count / pairs,
    reciprocity: directed && count > 0 ? returned / count : null,
    degreeCentralization: centralization(all, (n - 1) * (n - 2) * (directed ? 2 : 1)),
    inDegreeCentralization: directed ? centralization(received, (n - 1) ** 2) : null,
    outDegreeCentralization: directed ? centralization(given, (n - 1) ** 2) : null,
  };
}

function centralization(degrees: Float64Array, largest: number): number | null {
  if (degrees.length < 3) return null;
  const most = degrees.reduce((max, degree) => Math.max(max, degree), 0);
  return degrees.reduce((sum, degree) => sum + most - degree, 0) / largest;
}
