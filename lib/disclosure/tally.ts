import type { Answers } from "@/lib/disclosure/answers";
import { chainUp } from "@/lib/disclosure/chain-up";
import { classify, type Bucket } from "@/lib/disclosure/items";
import { NESTED, type Plan, type PlannedGroup } from "@/lib/disclosure/plan";

/** Exact counts of one group. Raw: read by the compiler only, never stored, logged or returned from a service. */
export type GroupTally = {
  /** Ballots, including those of every group below. Every item has this n. */
  readonly n: number;
  /** By item id. The three counts add up to n; `neutral` includes no answer. */
  readonly items: ReadonlyMap<string, Readonly<Record<Bucket, number>>>;
};

/** By group id; every group of the plan has an entry. */
export type Tallies = ReadonlyMap<string, GroupTally>;

/** One respondent with every group they count in. */
export type Counted = {
  readonly groups: readonly string[];
  readonly values: ReadonlyMap<string, number>;
};

/**
 * Step 2½: opened ballots to counts, each ballot counted in its group and in every group above it of the same
 * margin: a ballot cast for a demographic says nothing of the class it came from.
 * Counting forgets order, so shuffled ballots give the same tallies.
 * Throws if a ballot names a group that is not in the plan: the key it was signed with says otherwise.
 */
export function tallyBallots(ballots: Iterable<Answers>, plan: Plan): Tallies {
  const chains = chainsUpward(plan.groups);
  function* counted(): Generator<Counted> {
    for (const { group, values } of ballots) {
      const groups = chains.get(group);
      if (groups === undefined) throw new Error("a ballot names a group that is not in the plan");
      yield { groups, values };
    }
  }
  return tallyRespondents(counted(), plan);
}

/** The same for respondents of whom every group is known. */
export function tallyRespondents(respondents: Iterable<Counted>, plan: Plan): Tallies {
  const tallies = new Map(plan.groups.map((group) => [group.id, emptyTally(plan)]));
  for (const { groups, values } of respondents) {
    const buckets = plan.items.map((item) => [item.id, classify(item, values)] as const);
    for (const id of groups) count(tallies.get(id), buckets);
  }
  return tallies;
}

type OpenTally = { n: number; readonly items: Map<string, Record<Bucket, number>> };

function emptyTally(plan: Plan): OpenTally {
  const zero = (): Record<Bucket, number> => ({ unfavourable: 0, neutral: 0, favourable: 0 });
  return { n: 0, items: new Map(plan.items.map((item) => [item.id, zero()])) };
}

function count(
  tally: OpenTally | undefined,
  buckets: readonly (readonly [string, Bucket])[],
): void {
  if (tally === undefined) throw new Error("a planned group has no tally");
  tally.n += 1;
  for (const [itemId, bucket] of buckets) {
    const counts = tally.items.get(itemId);
    if (counts === undefined) throw new Error("a planned item has no tally");
    counts[bucket] += 1;
  }
}

/** For each group its own id and, in the hierarchy, those of all groups above it. */
export function chainsUpward(
  groups: readonly PlannedGroup[],
): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  return new Map(
    groups.map(({ id, margin }) => [id, margin === NESTED ? chainUp(id, parents) : [id]]),
  );
}
