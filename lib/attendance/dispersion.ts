import type { SchoolWeeks } from "@/lib/attendance/school-weeks";

/** Share of the residuals winsorised at each end. */
const WINSORISED = 0.02;

/**
 * Pooled Pearson dispersion φ of a school over its weeks 0..`through`, the window's included
 * (statistics.md, rising absence, step 2). The details, found from the fixture, which they
 * reproduce to its last digit:
 *
 * - each class has a level of its own to date, (ΣY + 1)/(ΣE + 1);
 * - Pearson residuals r = (Y − E·level)/√(E·level) are pooled over the school's classes and weeks;
 * - signed, they are winsorised at both ends: with k = ⌊.02·n⌋, the k lowest take the value of the
 *   next and the k highest likewise;
 * - φ = Σr²/(n − classes), which is mean(r²)/(1 − 1/T) when every class has all T weeks; at least 1.
 *
 * Class-weeks without a comparison (E = 0) are no residuals; a class with a single week has no
 * spread and is left out. With nothing to estimate from, φ is 1.
 */
export function pooledDispersion(
  school: SchoolWeeks,
  expected: Float64Array,
  through: number,
): number {
  const weekCount = school.weekStarts.length;
  const residuals = new Float64Array(school.classIds.length * (through + 1));
  let n = 0;
  let classes = 0;
  for (let classAt = 0; classAt < school.classIds.length; classAt++) {
    const start = classAt * weekCount;
    let [sumCounts, sumExpected, weeks] = [0, 0, 0];
    for (let at = start; at <= start + through; at++) {
      const e = expected[at] ?? 0;
      if (e === 0) continue;
      sumCounts += school.counts[at] ?? 0;
      sumExpected += e;
      weeks += 1;
    }
    if (weeks < 2) continue;
    const level = (sumCounts + 1) / (sumExpected + 1);
    classes += 1;
    for (let at = start; at <= start + through; at++) {
      const mean = (expected[at] ?? 0) * level;
      if (mean === 0) continue;
      residuals[n++] = ((school.counts[at] ?? 0) - mean) / Math.sqrt(mean);
    }
  }
  if (n === 0) return 1;
  return Math.max(1, winsorisedSquares(residuals.subarray(0, n).sort()) / (n - classes));
}

/** Σr² of ascending residuals after winsorising both ends. */
function winsorisedSquares(sorted: Float64Array): number {
  const n = sorted.length;
  const k = Math.floor(WINSORISED * n);
  const low = sorted[k] ?? 0;
  const high = sorted[n - 1 - k] ?? 0;
  let sum = k * (low * low + high * high);
  for (let at = k; at < n - k; at++) sum += (sorted[at] ?? 0) ** 2;
  return sum;
}
