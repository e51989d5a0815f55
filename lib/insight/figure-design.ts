import type { Measure } from "@/lib/instruments/measures";

/**
 * Correlation between two items of one student. An assumption until a measured one is released: inter-item
 * correlations of the synthetic survey are near .4 (alpha .907 over 15 items gives .39).
 */
export const INTER_ITEM_CORRELATION = 0.4;

/** How the cells of a group make one figure. */
export interface FigureDesign {
  /** One a cell; they sum to 1. */
  readonly weights: readonly number[];
  /** 1/Σw²: as many cells of equal weight would vary as much. */
  readonly itemCount: number;
  /**
   * What dealing forms at random adds to the variance (`dealingVariance`): a = Σw²(1 − q)/q and b = Σ wᵢwⱼ(cᵢⱼ − 1)
   * over i ≠ j, with q the part that a cell's forms are of all, and cᵢⱼ = qᵢⱼ/(qᵢqⱼ). Both 0 where all are asked all.
   */
  readonly dealing: { readonly alone: number; readonly together: number };
}

/** Cells of equal weight that everybody was asked. */
export function evenDesign(count: number): FigureDesign {
  return {
    weights: Array<number>(count).fill(1 / count),
    itemCount: count,
    dealing: { alone: 0, together: 0 },
  };
}

/** Each measure counts as much as it has items, so that a figure is one over all the items. */
export function designOf(measures: readonly Measure[], formCount: number): FigureDesign {
  const items = measures.reduce((sum, measure) => sum + measure.items.length, 0);
  const weights = measures.map((measure) => measure.items.length / items);
  let [alone, together] = [0, 0];
  for (const [i, a] of measures.entries()) {
    const own = weights[i] ?? 0;
    alone += (own * own * (1 - a.asked)) / a.asked;
    for (const [j, b] of measures.entries()) {
      if (i === j) continue;
      const both = [...a.askedOn].filter((form) => b.askedOn.has(form)).length / formCount;
      together += own * (weights[j] ?? 0) * (both / (a.asked * b.asked) - 1);
    }
  }
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return { weights, itemCount: 1 / squares, dealing: { alone, together } };
}

/**
 * Variance that dealing forms adds to a share p of n students, beyond p(1 − p)/n·(1 + (k − 1)ρ)/k.
 *
 * A cell counts its favourable students among all n and divides by n·q, the number asked on average. So its variance is
 * p(1 − qp)/(nq), which is p(1 − p)/n + p(1 − q)/(nq), and the covariance of two is (c(ρp(1 − p) + p²) − p²)/n, which
 * is ρp(1 − p)/n + (c − 1)(ρp(1 − p) + p²)/n. Summed over the weights, the second parts are what is returned.
 */
export function dealingVariance({ dealing }: FigureDesign, p: number, n: number): number {
  const both = INTER_ITEM_CORRELATION * p * (1 - p) + p * p;
  return Math.max(0, (dealing.alone * p + dealing.together * both) / n);
}
