import type { FileBand, FilePolicy } from "@/lib/verification/release-file";

/**
 * The bands into which a policy divides the counts 0 to n of a group of n respondents, from the lowest up
 * (docs/release-format.md, "Bands"): two tails of `tail` + 1 counts, and between them m = n − 2·tail − 1
 * counts in max(1, ⌊m / width⌋) bands as even as whole numbers allow. `n` must leave room for the tails:
 * RangeError otherwise.
 */
export function policyBands(n: number, { tail, width }: FilePolicy): readonly FileBand[] {
  const between = n - 2 * tail - 1;
  if (between < 1) throw new RangeError(`a group of ${n} has no room between tails of ${tail}`);
  const inner = Math.max(1, Math.floor(between / width));
  const bands: FileBand[] = [{ lo: 0, hi: tail }];
  for (let band = 0; band < inner; band += 1) {
    bands.push({
      lo: tail + 1 + Math.ceil((band * between) / inner),
      hi: tail + Math.ceil(((band + 1) * between) / inner),
    });
  }
  bands.push({ lo: n - tail, hi: n });
  return bands;
}

/** How many neighbouring bands of the policy are joined in a band: 0 if it is no such union. */
export function bandsJoined({ lo, hi }: FileBand, n: number, policy: FilePolicy): number {
  const bands = policyBands(n, policy);
  const from = bands.findIndex((band) => band.lo === lo);
  const to = bands.findIndex((band) => band.hi === hi);
  return from === -1 || to < from ? 0 : to - from + 1;
}
