import type { CountRange } from "@/lib/disclosure/band-count";
import type { Bucket } from "@/lib/disclosure/items";
import { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import { joinedBands } from "@/lib/disclosure/joint/joined-bands";
import type { Solver } from "@/lib/disclosure/joint/solver";
import {
  type BucketCounts,
  NESTED,
  PUBLISHED_BUCKETS,
  type Unit,
} from "@/lib/disclosure/joint/unit";
import type { Policy } from "@/lib/disclosure/policy";

/** One published figure: the band of one bucket of one group, with the bands that could have stood in its place. */
export type PublishedBand = {
  /** Index into `Unit.groups`. */
  readonly group: number;
  readonly bucket: Bucket;
  readonly band: CountRange;
  readonly division: readonly CountRange[];
};

export type JoinedBands = {
  readonly bands: readonly PublishedBand[];
  /** What all of them leave for the favourable answers of the whole unit. */
  readonly total: CountRange;
};

/**
 * Publishes one question in one unit, group after group from the smallest up: favourable first, then, for
 * groups large enough, unfavourable and neutral. Each band is drawn from a division that follows from the
 * bands before it (`joinedBands`), so that the answers that could have led to a release are exactly those
 * that fit all its bands: knowing this procedure tells an attacker nothing more.
 *
 * @param counts by index of `Unit.groups`.
 * Throws if a count does not fit what smaller groups imply: the atoms are then not those of these counts.
 */
export function joinBands(
  unit: Unit,
  counts: readonly BucketCounts[],
  policy: Policy,
  solver: Solver,
): JoinedBands {
  if (unit.groups.length === 0) return { bands: [], total: { lo: 0, hi: respondentsOf(unit) } };
  const three = unit.groups.some(({ n }) => n >= policy.threeBucketsFrom);
  const model = new AnswerModel(solver, unit.atoms, three);
  const reach = reachOf(unit, policy);
  try {
    const published: PublishedBand[] = [];
    const touched = unit.atoms.map(() => false);
    for (const bucket of three ? PUBLISHED_BUCKETS : (["favourable"] as const)) {
      unit.groups.forEach(({ n, atoms }, group) => {
        if (bucket !== "favourable" && n < policy.threeBucketsFrom) return;
        const count = model.count(atoms, bucket);
        // Nothing is known yet of a group that shares no respondent with any before it.
        const known = bucket !== "favourable" || atoms.some((atom) => touched[atom] === true);
        const implied = known ? model.range(count) : { lo: 0, hi: n };
        const division = joinedBands(n, implied, reach, policy);
        const band = bandWith(division, counts[group]?.[bucket]);
        model.publish(count, band);
        for (const atom of atoms) touched[atom] = true;
        published.push({ group, bucket, band, division });
      });
    }
    const everybody = model.count([...unit.atoms.keys()], "favourable");
    return { bands: published, total: model.range(everybody) };
  } finally {
    model.dispose();
  }
}

/** Beside two who pool, a part that crosses others must keep as many values as one that does not. */
const POOLING = 2;
/** Respondents, in multiples of k, from which crossing groups have room enough to be told apart more finely. */
const ROOMY = 20;

/**
 * How far a joined band goes beyond the end of what smaller groups imply. In a nest of groups `width` counts
 * let every part keep `width` + 1 values (or all it had). Where demographics cross classes, one answer moves
 * several bands at once: measured on 2,000 small schools with extreme answers, k counts were enough below
 * 20 k respondents and two more than `width` above (docs/privacy.md).
 */
function reachOf(unit: Unit, policy: Policy): number {
  const crossing = unit.groups.some(({ margin }) => margin !== NESTED);
  if (!crossing) return policy.width;
  return respondentsOf(unit) < ROOMY * policy.k ? policy.k : policy.width + POOLING;
}

function respondentsOf(unit: Unit): number {
  return unit.atoms.reduce((sum, size) => sum + size, 0);
}

function bandWith(division: readonly CountRange[], count: number | undefined): CountRange {
  const band = division.find(({ lo, hi }) => count !== undefined && count >= lo && count <= hi);
  if (band === undefined) throw new Error("a count lies outside what smaller groups imply");
  return band;
}
