import { legalBands, type CountRange } from "@/lib/disclosure/band-count";
import type { Policy } from "@/lib/disclosure/policy";

/**
 * The bands that a group of n respondents is published in, given that smaller groups published before leave
 * its count between `implied.lo` and `implied.hi`: the policy's bands that reach into that range, with those
 * at its ends joined until each end band goes at least `reach` counts beyond the end.
 *
 * Attack: 7A in 0–3, 7B in 7–10 and their grade in 13–16 leave only 3 and 10. A larger group's band tells
 * about its parts exactly when it lies near an end of what they allow; a band that goes `reach` counts further
 * lets each part move by as much. The division follows from what is published already and never from
 * the count itself, so that a joined band gives nothing away either. Proof: docs/privacy.md, "Joined bands".
 *
 * The result covers the range without gap or overlap. Throws RangeError if n < k.
 */
export function joinedBands(
  n: number,
  implied: CountRange,
  reach: number,
  policy: Policy,
): readonly CountRange[] {
  // No need to reach further than 0 or n: the policy's own end bands are as wide as they must be.
  return bandsReaching(n, implied, policy, {
    up: implied.lo <= 0 ? 0 : implied.lo + reach,
    down: implied.hi >= n ? n : implied.hi - reach,
  });
}

/** As `joinedBands`: the first band goes up to `up` at least, the last one down to `down`. */
export function bandsReaching(
  n: number,
  implied: CountRange,
  policy: Policy,
  { up, down }: { readonly up: number; readonly down: number },
): readonly CountRange[] {
  const bands = legalBands(n, policy).filter(
    (band) => band.hi >= implied.lo && band.lo <= implied.hi,
  );
  const last = bands.length - 1;
  const low = firstAtLeast(bands, up);
  const high = lastAtMost(bands, down);
  if (low >= high) return [join(bands, 0, last)];
  return [join(bands, 0, low), ...bands.slice(low + 1, high), join(bands, high, last)];
}

function firstAtLeast(bands: readonly CountRange[], count: number): number {
  const found = bands.findIndex((band) => band.hi >= count);
  return found === -1 ? bands.length - 1 : found;
}

function lastAtMost(bands: readonly CountRange[], count: number): number {
  return Math.max(
    0,
    bands.findLastIndex((band) => band.lo <= count),
  );
}

function join(bands: readonly CountRange[], from: number, to: number): CountRange {
  const [first, last] = [bands[from], bands[to]];
  if (first === undefined || last === undefined) throw new RangeError("no band lies in the range");
  return { lo: first.lo, hi: last.hi };
}
