/** Scores of one group, gathered one at a time (Welford 1962): n, mean and Σ(x − mean)². */
export interface GroupMoments {
  n: number;
  mean: number;
  squares: number;
}

export function emptyGroup(): GroupMoments {
  return { n: 0, mean: 0, squares: 0 };
}

export function addScore(group: GroupMoments, score: number): void {
  group.n += 1;
  const before = score - group.mean;
  group.mean += before / group.n;
  group.squares += before * (score - group.mean);
}

export type IntraclassCorrelation =
  | {
      readonly ok: true;
      readonly groups: number;
      readonly n: number;
      readonly meanSquareBetween: number;
      readonly meanSquareWithin: number;
      /** (MSB − MSW)/(MSB + (k − 1)·MSW), k the mean group size, as R's `multilevel`. May be negative. */
      readonly icc1: number;
      /** The same with n₀ = (N − Σn²/N)/(G − 1) for k, which is free of bias where groups differ in size. */
      readonly icc1N0: number;
      /** (MSB − MSW)/MSB; `null` where the group means are all equal. */
      readonly icc2: number | null;
      /** Reliability n₀·ICC1/(1 + (n₀ − 1)·ICC1) of a mean of n₀; equals `icc2`, since k cancels. */
      readonly icc2N0: number | null;
    }
  | {
      readonly ok: false;
      /** `one-group`: nothing to compare. `single-members`: no group has two. `no-spread`: all scores are equal. */
      readonly code: "one-group" | "single-members" | "no-spread";
    };

/**
 * Respondents that a group's mean needs to reach a reliability, n = ρ/(1 − ρ)·(1 − ICC)/ICC (Spearman–Brown, as in
 * reference/statistics.md: at ICC .10, 21 for .7 and 36 for .8), rounded up. Null where groups do not differ (ICC ≤ 0).
 */
export function respondentsNeeded(icc1: number, reliability: number): number | null {
  if (!(icc1 > 0 && icc1 < 1)) return null;
  const needed = (reliability / (1 - reliability)) * ((1 - icc1) / icc1);
  return Math.max(1, Math.ceil(needed - 1e-9));
}

/** ICC1 and ICC2 by one-way analysis of variance (reference/statistics.md). Empty groups are left out. */
export function intraclassCorrelation(groups: Iterable<GroupMoments>): IntraclassCorrelation {
  const filled = [...groups].filter((group) => group.n > 0);
  const n = filled.reduce((sum, group) => sum + group.n, 0);
  if (filled.length < 2) return { ok: false, code: "one-group" };
  if (n === filled.length) return { ok: false, code: "single-members" };
  const centre = filled.reduce((sum, group) => sum + group.n * group.mean, 0) / n;
  const between = filled.reduce((sum, group) => sum + group.n * (group.mean - centre) ** 2, 0);
  const within = filled.reduce((sum, group) => sum + group.squares, 0);
  const msb = between / (filled.length - 1);
  const msw = within / (n - filled.length);
  const tiny = Number.EPSILON * centre * centre;
  if (msb <= tiny && msw <= tiny) return { ok: false, code: "no-spread" };
  const sizes = filled.reduce((sum, group) => sum + group.n * group.n, 0);
  const k = n / filled.length;
  const n0 = (n - sizes / n) / (filled.length - 1);
  const icc1 = (size: number): number => (msb - msw) / (msb + (size - 1) * msw);
  const icc2 = msb <= tiny ? null : (msb - msw) / msb;
  return {
    ok: true,
    groups: filled.length,
    n,
    meanSquareBetween: msb,
    meanSquareWithin: msw,
    icc1: icc1(k),
    icc1N0: icc1(n0),
    icc2,
    icc2N0: icc2,
  };
}
