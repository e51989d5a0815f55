import type { CountRange } from "@/lib/disclosure/band-count";
import { bandsReaching } from "@/lib/disclosure/joint/joined-bands";
import { NESTED, type Unit } from "@/lib/disclosure/joint/unit";
import type { Policy } from "@/lib/disclosure/policy";

/**
 * What is known of the favourable answers of a part of a larger group. `rigid`: some count within the range may be
 * one that no answers give, so that nothing may depend on it.
 */
export type PartRange = { readonly range: CountRange; readonly rigid: boolean };

/** A group above the units: a district of schools. */
export type UpperGroup = {
  readonly id: string;
  readonly n: number;
  readonly shown: boolean;
  /** A part of which nothing is published has its whole size as range. */
  readonly parts: readonly PartRange[];
};

export type UpperBand = {
  /** The published band, or null for a hidden group. */
  readonly band: CountRange | null;
  /** What it leaves, for the group above. */
  readonly left: PartRange;
};

/**
 * The part that a unit is. In a nest of groups every whole count of a range is reached (the bounds are those of a
 * network flow); where demographics cross classes it may not be.
 */
export function unitPart(unit: Unit, range: CountRange): PartRange {
  return { range, rigid: unit.groups.some(({ margin }) => margin !== NESTED) };
}

/**
 * The band of a group above the units, for favourable answers. Joined so far that whatever answers a part could have
 * had before are still possible: a unit that was audited alone stays as safe beside all others
 * (docs/privacy.md, "School by school").
 */
export function upperBand(group: UpperGroup, favourable: number, policy: Policy): UpperBand {
  const implied = group.parts.reduce(
    (sum, { range }) => ({ lo: sum.lo + range.lo, hi: sum.hi + range.hi }),
    { lo: 0, hi: 0 },
  );
  const rigid = group.parts.some((part) => part.rigid);
  if (!group.shown) return { band: null, left: { range: implied, rigid } };
  const reach = Math.max(policy.width, reachOf(group.parts));
  const ends = { up: implied.lo + reach, down: implied.hi - reach };
  const band = bandsReaching(group.n, implied, policy, ends).find(
    ({ lo, hi }) => favourable >= lo && favourable <= hi,
  );
  if (band === undefined) throw new Error("a count lies outside what its parts imply");
  const range = { lo: Math.max(band.lo, implied.lo), hi: Math.min(band.hi, implied.hi) };
  return { band, left: { range, rigid } };
}

/** How far a band goes beyond the ends: as far as the widest part can move, however the rigid ones lie. */
function reachOf(parts: readonly PartRange[]): number {
  const width = ({ range }: PartRange): number => range.hi - range.lo;
  const rigid = parts.filter((part) => part.rigid).reduce((sum, part) => sum + width(part), 0);
  return rigid + Math.max(0, ...parts.filter((part) => !part.rigid).map(width));
}
