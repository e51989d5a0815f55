/** Correlation of two items; `null` where the pair was never observed. */
export type Correlations = (i: number, j: number) => number | null;

export type OneFactor =
  | { readonly ok: true; readonly omega: number; readonly loadings: readonly number[] }
  | {
      readonly ok: false;
      /**
       * `not-identified`: the observed pairs do not settle the loadings (fewer than three items, or items that no chain
       * of pairs joins). `improper`: the best fit needs a loading of 1 or more, so a variance below 0.
       * `no-convergence`: no best fit was found.
       */
      readonly code: "not-identified" | "improper" | "no-convergence";
    };

const MOST_SWEEPS = 20_000;
const CONVERGED = 1e-13;
const POWER_STEPS = 100;

/**
 * McDonald's omega from one common factor: (Σλ)² / ((Σλ)² + Σ(1 − λ²)) (reference/statistics.md). The loadings are
 * minres (Harman & Jones 1966): they minimise Σ(rᵢⱼ − λᵢλⱼ)² over the observed pairs i < j. Found by solving for one
 * loading at a time, λᵢ = Σⱼrᵢⱼλⱼ / Σⱼλⱼ², which lowers the sum at each step, from the first principal axis.
 */
export function oneFactorOmega(correlations: Correlations, itemCount: number): OneFactor {
  const matrix = Array.from({ length: itemCount }, (_, i) =>
    Array.from({ length: itemCount }, (_unused, j) => (i === j ? null : correlations(i, j))),
  );
  if (!isIdentified(matrix)) return { ok: false, code: "not-identified" };
  const loadings = firstAxis(matrix);
  let moved = Infinity;
  for (let sweep = 0; sweep < MOST_SWEEPS && moved > CONVERGED; sweep += 1) {
    moved = 0;
    for (const [i, row] of matrix.entries()) {
      const before = loadings[i] ?? 0;
      const after = bestLoading(row, loadings);
      loadings[i] = after;
      moved = Math.max(moved, Math.abs(after - before));
    }
  }
  if (!(moved <= CONVERGED)) return { ok: false, code: "no-convergence" };
  if (loadings.some((loading) => Math.abs(loading) >= 1)) return { ok: false, code: "improper" };
  const total = loadings.reduce((sum, loading) => sum + loading, 0);
  const unique = loadings.reduce((sum, loading) => sum + 1 - loading * loading, 0);
  const sign = total < 0 ? -1 : 1;
  return {
    ok: true,
    omega: (total * total) / (total * total + unique),
    loadings: loadings.map((loading) => sign * loading),
  };
}

type Row = readonly (number | null)[];

function bestLoading(row: Row, loadings: readonly number[]): number {
  let [products, squares] = [0, 0];
  for (const [j, r] of row.entries()) {
    if (r === null) continue;
    const loading = loadings[j] ?? 0;
    products += r * loading;
    squares += loading * loading;
  }
  return squares === 0 ? 0 : products / squares;
}

/** Power steps on the correlations with 1 on the diagonal; the start favours no item and is no likely null vector. */
function firstAxis(matrix: readonly Row[]): number[] {
  let axis = matrix.map((row, i) => 1 + (i + 1) / (10 * row.length));
  for (let step = 0; step < POWER_STEPS; step += 1) {
    const next = matrix.map((row, i) =>
      row.reduce<number>((sum, r, j) => sum + (r ?? 0) * (axis[j] ?? 0), axis[i] ?? 0),
    );
    const length = Math.sqrt(next.reduce((sum, x) => sum + x * x, 0) / next.length);
    if (length === 0) return axis.map(() => 0.5);
    axis = next.map((x) => x / length);
  }
  return axis.map((x) => x / 2);
}

/**
 * Products of pairs settle single loadings where the observed pairs join all items and hold a round of odd length
 * (three items that meet each other, say). Otherwise the items fall in two camps that only meet across, and one camp's
 * loadings can be doubled while the other's are halved.
 */
function isIdentified(matrix: readonly Row[]): boolean {
  const camp = new Map<number, boolean>([[0, true]]);
  const queue = [0];
  let odd = false;
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    const side = camp.get(i) === true;
    for (const [j, r] of (matrix[i] ?? []).entries()) {
      if (r === null) continue;
      const known = camp.get(j);
      if (known === undefined) {
        camp.set(j, !side);
        queue.push(j);
      } else if (known === side) odd = true;
    }
  }
  return odd && camp.size === matrix.length;
}
