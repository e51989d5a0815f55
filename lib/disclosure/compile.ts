import { canonicalJson, type JsonValue } from "@/lib/canonical-json";
import { compileBands, type CompiledBands } from "@/lib/disclosure/compile-bands";
import { COALITIONS } from "@/lib/disclosure/joint/coalitions";
import type { CompileInput } from "@/lib/disclosure/compile-input";
import type { PlannedGroup } from "@/lib/disclosure/plan";
import type { Release, ReleasedGroup } from "@/lib/disclosure/release-schema";
import { requireConsistent } from "@/lib/disclosure/respondents";
import { rungsOf, type Rung } from "@/lib/disclosure/rungs";
import { decideVisibility } from "@/lib/disclosure/visibility";
import { Withheld, type WithheldReason } from "@/lib/disclosure/withheld";
import { sha256Hex } from "@/lib/sha256";
import { participationBand } from "@/lib/waves/participation";

/**
 * The compiler: counts to the one immutable release of a wave. Prunes, bands, audits and re-runs at the top
 * rung; if any question of any unit fails, does all of it again one rung down. Pure: the same plan and tallies
 * give the same bytes, whatever the order, the hour or the machine. Policy and items are the plan's own, so
 * that nothing changed since the plan was hashed can act on answers already given.
 *
 * Throws if a planned group has no tally, or respondents do not add up to the tallies.
 */
export async function compileRelease(input: CompileInput): Promise<Release> {
  const { plan, tallies, respondents, solver } = input;
  for (const each of respondents) requireConsistent(each, plan, tallies);
  const best = shownAt("full", input).size;
  for (const rung of rungsOf(plan)) {
    const hidden = hiddenAt(rung, input);
    const compiled = await compileBands(input, rung, new Set(hidden.keys()));
    if (!compiled.ok) continue;
    const unhashed: Omit<Release, "hash"> = {
      format: "hearth-release/1",
      wave: input.wave,
      instrument: input.instrument,
      closedOn: input.closedOn,
      ...(input.salt === undefined ? {} : { salt: input.salt }),
      policy: { ...plan.policy },
      planHash: input.planHash,
      audit: {
        status: "passed",
        attacker: "hearth-attacker/1",
        solver: solver.name,
        rung,
        coalitions: COALITIONS,
        patterns: respondents.length,
        // Groups that pruning would show and the rung does not.
        lost: best - shownAt(rung, input).size,
      },
      items: structuredClone(plan.items) as Release["items"],
      groups: plan.groups.map((group) => releaseGroup(group, input, hidden, compiled.cells)),
      ...reliabilityOf(input, hidden),
      ...networksOf(input, hidden),
    };
    return { ...unhashed, hash: releaseHash(unhashed) };
  }
  throw new Error("the rung that publishes nothing failed its audit");
}

/** SHA-256 of the canonical JSON of everything but `hash`, hexadecimal. Throws TypeError on what has no canonical JSON. */
export function releaseHash(release: Omit<Release, "hash">): string {
  const { hash: _, ...rest } = release as Release;
  return sha256Hex(canonicalJson(rest as JsonValue));
}

/** Of the groups that this rung shows; the member is absent where nothing can be said. */
function reliabilityOf(
  { plan, tallies, reliability }: CompileInput,
  hidden: ReadonlyMap<string, WithheldReason>,
): Pick<Release, "reliability"> {
  const shown = new Set(plan.groups.map(({ id }) => id).filter((id) => !hidden.has(id)));
  const figures = reliability?.figures(shown, (id) => tallies.get(id)?.n ?? 0) ?? [];
  return figures.length === 0 ? {} : { reliability: figures.map((figure) => ({ ...figure })) };
}

/** Of the classes that this rung shows: where a class is hidden, so is how it hangs together. */
function networksOf(
  { networks = [] }: CompileInput,
  hidden: ReadonlyMap<string, WithheldReason>,
): Pick<Release, "network"> {
  const shown = networks.filter(({ group }) => !hidden.has(group));
  return shown.length === 0 ? {} : { network: structuredClone(shown) };
}

function hiddenAt(rung: Rung, input: CompileInput): ReadonlyMap<string, WithheldReason> {
  return decideVisibility(input.plan, input.tallies, input.respondents[0], rung);
}

function shownAt(rung: Rung, input: CompileInput): ReadonlySet<string> {
  const hidden = hiddenAt(rung, input);
  return new Set(input.plan.groups.map(({ id }) => id).filter((id) => !hidden.has(id)));
}

function releaseGroup(
  group: PlannedGroup,
  { plan: { policy }, tallies }: CompileInput,
  hidden: ReadonlyMap<string, WithheldReason>,
  cells: CompiledBands,
): ReleasedGroup {
  const { id, level, margin, by, parent, rosterSize, merged } = group;
  const n = tallies.get(id)?.n ?? 0;
  const reason = hidden.get(id);
  return {
    id,
    level,
    margin,
    by: { ...by },
    ...(merged === undefined ? {} : { merged: [...merged] }),
    parent,
    n,
    participation: participationBand(n, rosterSize, policy.participationBlock),
    withheld: reason === undefined ? null : Withheld.because(reason, policy).text,
    cells: reason === undefined ? Object.fromEntries(cells.get(id) ?? []) : {},
  };
}
