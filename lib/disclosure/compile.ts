import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import { bandCount } from "@/lib/disclosure/band-count";
import { planHash, type Plan, type PlannedGroup } from "@/lib/disclosure/plan";
import { prune } from "@/lib/disclosure/prune";
import type { Release, ReleasedGroup } from "@/lib/disclosure/release-schema";
import type { GroupTally, Tallies } from "@/lib/disclosure/tally";
import { Withheld, type WithheldReason } from "@/lib/disclosure/withheld";
import { sha256Hex } from "@/lib/sha256";
import { participationBand } from "@/lib/waves/participation";

/**
 * Steps 2–4 of the compiler: counts to the one immutable release of a wave. Pure: the same plan and tallies
 * give the same bytes, whatever the order, the hour or the machine. Policy and items are the plan's own, so
 * that nothing changed since the plan was hashed can act on answers already given.
 *
 * `closedOn` is a date (YYYY-MM-DD), never finer. `wave` and `instrument` are null for a survey run elsewhere.
 * Steps 5–7 (audit, re-run, degrade) are not here yet, and the release says so: `audit.status` "not-run".
 * Throws if a planned group has no tally.
 */
export function compileRelease(input: {
  readonly plan: Plan;
  readonly tallies: Tallies;
  readonly wave: string | null;
  readonly instrument: string | null;
  readonly closedOn: string | null;
}): Release {
  const { plan, tallies, wave, instrument, closedOn } = input;
  const withheld = pruneTallies(plan, tallies);
  const unhashed: Omit<Release, "hash"> = {
    format: "hearth-release/1",
    wave,
    instrument,
    closedOn,
    policy: { ...plan.policy },
    planHash: planHash(plan),
    audit: { status: "not-run" },
    items: structuredClone(plan.items) as Release["items"],
    groups: plan.groups.map((group) =>
      releaseGroup(group, tallyOf(group.id, tallies), withheld.get(group.id) ?? null, plan),
    ),
  };
  return { ...unhashed, hash: releaseHash(unhashed) };
}

/** SHA-256 of the canonical JSON of everything but `hash`, hexadecimal. Throws TypeError on what has no canonical JSON. */
export function releaseHash(release: Omit<Release, "hash">): string {
  const { hash: _, ...rest } = release as Release;
  return sha256Hex(canonicalJson(rest as JsonValue));
}

/** Hands pruning the respondent counts and nothing else. */
function pruneTallies(plan: Plan, tallies: Tallies): ReadonlyMap<string, WithheldReason> {
  const groups = plan.groups.map(({ id, level, parent, rollsUpTo }) => {
    const { n } = tallyOf(id, tallies);
    // A class that was too small to plan for stays hidden, even if students joined since.
    const small = rollsUpTo !== null && n >= plan.policy.k;
    return { id, level, parent, n, withheld: small ? ({ code: "few-on-roster" } as const) : null };
  });
  return prune(groups, plan.policy);
}

function releaseGroup(
  group: PlannedGroup,
  tally: GroupTally,
  reason: WithheldReason | null,
  { policy }: Plan,
): ReleasedGroup {
  const { id, level, by, parent, rosterSize } = group;
  const participation = participationBand(tally.n, rosterSize, policy.participationBlock);
  const head = { id, level, by: { ...by }, parent, n: tally.n, participation };
  if (reason !== null) {
    return { ...head, withheld: Withheld.because(reason, policy).text, cells: {} };
  }
  // Favourable answers only. Three bands that add up to n fix a count exactly in 1.6% of simulated
  // groups and questions, so the other buckets wait for the joint audit.
  const cells = [...tally.items].map(
    ([itemId, { favourable }]) => [itemId, bandCount(favourable, tally.n, policy)] as const,
  );
  return { ...head, withheld: null, cells: Object.fromEntries(cells) };
}

function tallyOf(id: string, tallies: Tallies): GroupTally {
  const tally = tallies.get(id);
  if (tally === undefined) throw new Error(`group ${id} was planned but not tallied`);
  return tally;
}
