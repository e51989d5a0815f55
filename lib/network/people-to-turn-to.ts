/** Inclusive range of a count or a share. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

/** One pulse's released bands of a group of n: how many named nobody, one or two (or did not answer), three or more. */
export interface PeopleBands {
  readonly n: number;
  readonly none: Range;
  readonly few: Range;
  readonly many: Range;
}

/** What those bands say for certain, over one pulse or several. */
export interface PeopleFigure {
  /** Share of those who took part, 0 to 1. */
  readonly none: Range;
  readonly many: Range;
  /** People a student could turn to, on average; "4 or more" counted as 4. */
  readonly mean: Range;
}

const FEW = { lo: 1, hi: 2 } as const;
const MANY = { lo: 3, hi: 4 } as const;

/**
 * Shares and the mean of one pulse. The mean's ends are those of the counts that fit all three bands and n; who left the
 * question out is among "one or two". Throws a RangeError for bands that no counts fit.
 */
export function peopleFigure({ n, none, few, many }: PeopleBands): PeopleFigure {
  const fits = none.lo + few.lo + many.lo <= n && none.hi + few.hi + many.hi >= n;
  if (!(n > 0) || !fits) throw new RangeError("no counts fit these bands");
  // Fewest people: as many as can be with nobody, and of the others as few as can be with three.
  const noneMost = Math.min(none.hi, n - few.lo - many.lo);
  const manyLeast = Math.max(many.lo, n - noneMost - few.hi);
  const manyMost = Math.min(many.hi, n - none.lo - few.lo);
  const noneLeast = Math.max(none.lo, n - manyMost - few.hi);
  return {
    none: { lo: none.lo / n, hi: none.hi / n },
    many: { lo: many.lo / n, hi: many.hi / n },
    mean: {
      lo: (FEW.lo * (n - noneMost - manyLeast) + MANY.lo * manyLeast) / n,
      hi: (FEW.hi * (n - noneLeast - manyMost) + MANY.hi * manyMost) / n,
    },
  };
}

/** Several pulses as one: the mean of each figure. Undefined for none. */
export function poolPeople(figures: readonly PeopleFigure[]): PeopleFigure | undefined {
  if (figures.length === 0) return undefined;
  const mean = (read: (figure: PeopleFigure) => Range): Range => ({
    lo: figures.reduce((sum, figure) => sum + read(figure).lo, 0) / figures.length,
    hi: figures.reduce((sum, figure) => sum + read(figure).hi, 0) / figures.length,
  });
  return {
    none: mean((figure) => figure.none),
    many: mean((figure) => figure.many),
    mean: mean((figure) => figure.mean),
  };
}

/**
 * Density of classes of a size: people one could turn to of those there are, mean/(size − 1), at most 1. Of counts nothing
 * else of a network can be known: not who is alone, not whether ties are returned, not who is in the middle.
 * Null for a class of one.
 */
export function densityOf(mean: Range, classSize: number): Range | null {
  if (!(classSize > 1)) return null;
  const share = (people: number) => Math.min(1, people / (classSize - 1));
  return { lo: share(mean.lo), hi: share(mean.hi) };
}
