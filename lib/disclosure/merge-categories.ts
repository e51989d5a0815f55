import { compareText } from "@/lib/disclosure/compare-text";

/** The category that takes in those too small to stand alone. */
export const ALL_OTHER = "all other";
/** The category of students of whom the roster says nothing. */
export const NOT_RECORDED = "not recorded";

export type MergedCategory = {
  readonly category: string;
  /** What it takes in, sorted: itself alone, or for `ALL_OTHER` the small ones. */
  readonly of: readonly string[];
};

/**
 * Merges the categories of one demographic in one group, smallest first, into "all other" until each reaches
 * k students (reference/disclosure-control.md, "Compiler", 1). Null if fewer than two are left: the
 * demographic is then not published there.
 *
 * @param counts students by category, of the roster; an empty category counts as not recorded.
 */
export function mergeCategories(
  counts: ReadonlyMap<string, number>,
  k: number,
): readonly MergedCategory[] | null {
  const left = named(counts);
  const other: string[] = [];
  let otherCount = 0;
  const take = (at: number): void => {
    for (const [category, count] of left.splice(at, 1)) {
      other.push(category);
      otherCount += count;
    }
  };
  // A roster that uses our word for itself means the same by it.
  const own = left.findIndex(([category]) => category === ALL_OTHER);
  if (own !== -1) take(own);
  while (left.length > 0 && ((left[0]?.[1] ?? k) < k || (other.length > 0 && otherCount < k))) {
    take(0);
  }
  const merged: MergedCategory[] = left.map(([category]) => ({ category, of: [category] }));
  if (other.length > 0 && otherCount >= k) {
    merged.push({ category: ALL_OTHER, of: other.sort(compareText) });
  }
  if (merged.length < 2 || (other.length > 0 && otherCount < k)) return null;
  return merged.sort((a, b) => compareText(a.category, b.category));
}

/** Category and count, smallest first, ties by name. */
function named(counts: ReadonlyMap<string, number>): [string, number][] {
  const found = new Map<string, number>();
  for (const [category, count] of counts) {
    const name = category === "" ? NOT_RECORDED : category;
    if (count > 0) found.set(name, (found.get(name) ?? 0) + count);
  }
  return [...found].sort((a, b) => a[1] - b[1] || compareText(a[0], b[0]));
}
