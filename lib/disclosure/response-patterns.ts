import { seededRandom } from "@/lib/disclosure/joint/seeded-random";
import { ballotGroup, NESTED, type Plan } from "@/lib/disclosure/plan";
import { chainUp } from "@/lib/disclosure/chain-up";
import type { Respondents } from "@/lib/disclosure/respondents";
import type { Tallies } from "@/lib/disclosure/tally";
import { sha256Hex } from "@/lib/sha256";

/** Ways in which the silence of a wave may be spread over its students, each audited. */
export const PATTERNS = 3;

/**
 * Who may have answered a wave with demographics. Hearth knows how many ballots each margin holds and which
 * students could cast them; which of them stayed silent it does not know, by design, and an attacker may. So
 * the audit takes several spreads of the silence over the roster, drawn from the plan's hash: they follow from
 * counts alone. Each adds up to every margin's count exactly. Students who cast some of their ballots only are
 * as few as they can be without search.
 */
export function responsePatterns(
  plan: Plan,
  tallies: Tallies,
  seedHex: string,
): [Respondents, ...Respondents[]] {
  const draw = (index: number) => drawPattern(plan, tallies, sha256Hex(`${seedHex} ${index}`));
  return [draw(0), ...Array.from({ length: PATTERNS - 1 }, (_, index) => draw(index + 1))];
}

/** One student: the groups in which each of their ballots is counted first. */
type Student = readonly string[];

function drawPattern(plan: Plan, tallies: Tallies, seedHex: string): Respondents {
  const needed = ballotsOf(plan, tallies);
  const students = shuffled(studentsOf(plan), seededRandom(seedHex));
  const excess = new Map([...needed].map(([group, ballots]) => [group, -ballots]));
  for (const groups of students) for (const group of groups) add(excess, group, 1);
  const silent = (group: string): boolean => (excess.get(group) ?? 0) > 0;

  // First whole students stay silent, then single ballots of others.
  const casting = students.flatMap((groups) => {
    if (!groups.every(silent)) return [[...groups]];
    for (const group of groups) add(excess, group, -1);
    return [];
  });
  const cast = casting.map((groups) =>
    groups.filter((group) => {
      if (!silent(group)) return true;
      add(excess, group, -1);
      return false;
    }),
  );
  // More ballots than the roster has students cannot be collected; a test may do it all the same.
  for (const [group, left] of excess) {
    for (let more = left; more < 0; more += 1) cast.push([group]);
  }
  return strataOf(cast, plan);
}

/** Ballots counted first in each group: its n without those that come from groups inside it. */
function ballotsOf(plan: Plan, tallies: Tallies): Map<string, number> {
  const ballots = new Map<string, number>();
  for (const { id, margin, parent } of plan.groups) {
    const n = tallies.get(id)?.n ?? 0;
    add(ballots, id, n);
    if (margin === NESTED && parent !== null) add(ballots, parent, -n);
  }
  return ballots;
}

function studentsOf(plan: Plan): Student[] {
  return plan.strata.flatMap(({ groups: [leaf = "", ...crossing], size }) => {
    const groups = [ballotGroup(plan, leaf), ...crossing];
    return Array.from({ length: size }, () => groups);
  });
}

function strataOf(cast: readonly (readonly string[])[], plan: Plan): Respondents {
  const parents = new Map(plan.groups.map(({ id, parent }) => [id, parent]));
  const margins = new Map(plan.groups.map(({ id, margin }) => [id, margin]));
  const sizes = new Map<string, { groups: string[]; size: number }>();
  for (const groups of cast) {
    if (groups.length === 0) continue;
    const key = JSON.stringify(groups);
    const counted = groups.flatMap((id) =>
      margins.get(id) === NESTED ? chainUp(id, parents) : [id],
    );
    sizes.set(key, { groups: counted, size: (sizes.get(key)?.size ?? 0) + 1 });
  }
  return [...sizes.values()];
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const order = [...all];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a === undefined || b === undefined) continue;
    order[last] = b;
    order[other] = a;
  }
  return order;
}

function add(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}
