import type { CountRange } from "@/lib/disclosure/band-count";
import { AnswerModel } from "@/lib/disclosure/joint/answer-model";
import { auditCoalitions } from "@/lib/disclosure/joint/coalitions";
import { type GroupSet, groupSets } from "@/lib/disclosure/joint/group-sets";
import type { PublishedBand } from "@/lib/disclosure/joint/join-bands";
import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import type { Solver } from "@/lib/disclosure/joint/solver";
import { type BucketCounts, PUBLISHED_BUCKETS, type Unit } from "@/lib/disclosure/joint/unit";
import type { Presence, Witness } from "@/lib/disclosure/joint/witness";
import { WitnessPool } from "@/lib/disclosure/joint/witness-pool";
import type { Bucket } from "@/lib/disclosure/items";
import type { Policy } from "@/lib/disclosure/policy";

export type QuestionAudit =
  | {
      readonly ok: true;
      /** Answers that fit everything published, to be compiled again. */
      readonly witnesses: readonly Witness[];
    }
  | { readonly ok: false; readonly target: string };

/** Witnesses found by walking before the solver is asked: so many for each atom and bucket, and at most. */
const WALKED_EACH = 6;
const WALKED_MOST = 1_200;

/**
 * Step 5 of the compiler: one question of one unit against an attacker who knows the roster, who answered,
 * this program and every band (reference/disclosure-control.md). With whole-number witnesses it shows that
 * - for no atom is an answer ruled out or forced on all its students;
 * - every shown group, and every shown group without any of its parts, could have at least `width` different
 *   counts (`narrowWidth` below 15 respondents), among them one of at least `tail` from either end;
 * - two students who pool their answers can say nothing certain of a third.
 * What holds for atoms holds for every union of them: a witness for a part is one for the whole.
 * The result follows from the bands, never from the counts behind them. The unit's atoms may be those of
 * another response pattern than the one the bands were joined with.
 */
export function auditQuestion(
  unit: Unit,
  bands: readonly PublishedBand[],
  policy: Policy,
  solver: Solver,
  seedHex: string,
): QuestionAudit {
  if (bands.length === 0) return { ok: true, witnesses: [] };
  const three = bands.some(({ bucket }) => bucket !== "favourable");
  const model = new AnswerModel(solver, unit.atoms, three);
  try {
    const published = bands.map(({ group, bucket, band }) => ({
      count: model.count(unit.groups[group]?.atoms ?? [], bucket),
      band,
    }));
    for (const { count, band } of published) model.publish(count, band);
    const random = seededRandom(seedHex);
    const pool = new WitnessPool(model, published);
    const columns = unit.atoms.length * bucketsOf(model).length;
    pool.start(Math.min(WALKED_MOST, WALKED_EACH * columns), random);
    const target =
      auditAtoms(unit, model, pool) ??
      auditSets(groupSets(unit, random), model, pool, policy) ??
      auditCoalitions(unit, model, pool, random);
    return target === null
      ? { ok: true, witnesses: pool.witnesses }
      : { ok: false, target: `${unit.id}: ${target}` };
  } finally {
    model.dispose();
  }
}

function auditAtoms(unit: Unit, model: AnswerModel, pool: WitnessPool): string | null {
  const presences = unit.atoms.flatMap((_, atom) =>
    bucketsOf(model).flatMap((bucket) =>
      [false, true].map((outside): Presence => ({ atom, bucket, outside, least: 1 })),
    ),
  );
  const failed = presences[pool.settle(presences) ?? -1];
  if (failed === undefined) return null;
  const who = failed.outside ? "everybody" : "nobody";
  return `${who} ${failed.bucket} in ${groupsOfAtom(unit, failed.atom)}`;
}

function auditSets(
  sets: readonly GroupSet[],
  model: AnswerModel,
  pool: WitnessPool,
  policy: Policy,
): string | null {
  for (const set of sets) {
    // Pruning leaves nobody or at least `remainder`; fewer are students of whom some ballots were lost. What
    // must hold of so few is what holds of every atom.
    if (set.n < policy.remainder) continue;
    for (const bucket of bucketsOf(model)) {
      if (bucket !== "favourable" && set.source < policy.threeBucketsFrom) continue;
      const count = model.count(set.atoms, bucket);
      const wide = (range: CountRange): boolean => isWide(range, set.n, policy);
      if (!pool.stretch(count, wide)) return `too narrow: ${bucket} in ${set.name}`;
    }
  }
  return null;
}

function isWide({ lo, hi }: CountRange, n: number, policy: Policy): boolean {
  // Below this size the policy's own interior band has `narrowWidth` values only.
  const small = n < 2 * policy.tail + 1 + 2 * policy.width;
  const values = small ? policy.narrowWidth : policy.width;
  return hi - lo + 1 >= values && hi >= policy.tail && lo <= n - policy.tail;
}

/**
 * Step 6: answers that fit everything published, turned into counts, must be published in the very same
 * bands. Each division follows from the bands before it, so that it is enough to look whether every count
 * lies in the band drawn from its division.
 */
export function compilesAlike(
  unit: Unit,
  bands: readonly PublishedBand[],
  witness: Witness,
): boolean {
  const counts = countsOf(unit, witness);
  return bands.every(({ group, bucket, band, division }) => {
    const count = counts[group]?.[bucket] ?? -1;
    const drawn = division.find(({ lo, hi }) => count >= lo && count <= hi);
    return drawn?.lo === band.lo && drawn.hi === band.hi;
  });
}

/** A witness as the counts of the unit's groups. Without three buckets, all that is not favourable is neutral. */
export function countsOf(unit: Unit, witness: Witness): readonly BucketCounts[] {
  const three = witness.length > unit.atoms.length;
  return unit.groups.map(({ n, atoms }) => {
    const sum = (from: number): number =>
      atoms.reduce((total, atom) => total + (witness[from + atom] ?? 0), 0);
    const favourable = sum(0);
    const unfavourable = three ? sum(unit.atoms.length) : 0;
    return { favourable, unfavourable, neutral: n - favourable - unfavourable };
  });
}

function bucketsOf(model: AnswerModel): readonly Bucket[] {
  return model.three ? PUBLISHED_BUCKETS : ["favourable"];
}

function groupsOfAtom(unit: Unit, atom: number): string {
  const groups = unit.groups.filter(({ atoms }) => atoms.includes(atom));
  return groups.map(({ id }) => id).join(" and ") || "no shown group";
}
