import type { CountRange } from "@/lib/disclosure/band-count";
import { joinedBands } from "@/lib/disclosure/joint/joined-bands";
import type { Policy } from "@/lib/disclosure/policy";

/** A group above the units: a district of schools. */
export type UpperGroup = {
  readonly id: string;
  readonly n: number;
  readonly shown: boolean;
  /** What its parts imply for its favourable answers; a part that is not published leaves its whole size open. */
  readonly parts: readonly CountRange[];
};

export type UpperBand = {
  /** The published band, or null for a hidden group. */
  readonly band: CountRange | null;
  /** What it implies for the group above. */
  readonly range: CountRange;
};

/**
 * The band of a group above the units, for favourable answers. Joined so far that every count that any part
 * could have had before is still possible: a unit that was audited alone stays as safe beside all others
 * (docs/privacy.md, "School by school").
 */
export function upperBand(group: UpperGroup, favourable: number, policy: Policy): UpperBand {
  const implied = group.parts.reduce((sum, { lo, hi }) => ({ lo: sum.lo + lo, hi: sum.hi + hi }), {
    lo: 0,
    hi: 0,
  });
  if (!group.shown) return { band: null, range: implied };
  const widest = Math.max(0, ...group.parts.map(({ lo, hi }) => hi - lo));
  const reach = Math.max(widest, policy.width);
  const band = joinedBands(group.n, implied, reach, policy).find(
    ({ lo, hi }) => favourable >= lo && favourable <= hi,
  );
  if (band === undefined) throw new Error("a count lies outside what its parts imply");
  return {
    band,
    range: { lo: Math.max(band.lo, implied.lo), hi: Math.min(band.hi, implied.hi) },
  };
}
