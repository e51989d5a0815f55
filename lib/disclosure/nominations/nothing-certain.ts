import type { NetworkFigures } from "@/lib/disclosure/nominations/released-network";
import { WitnessNetwork } from "@/lib/disclosure/nominations/witness-network";
import type { Ties } from "@/lib/network/network-measures";

/** Pairs of students who pool what they know, drawn by chance. */
const PAIRS = 40;
/** Steps of one walk before it counts as failed. Most need some thousands. */
const MOST_STEPS = 120_000;
/** Networks a few steps apart are nearly the same: after a look, so many steps pass before the next. */
const STEPS_BETWEEN = 10;

/**
 * Whether the figures leave everything open. Attackers know the figures, the program, who took part and their own
 * nominations: each student alone, and pairs who pool theirs. For each of them it must be shown by example networks with
 * these very figures that every other student may have named, and may not have named, each classmate; and that each
 * student whom they did not name may have been named by nobody, and by somebody.
 *
 * False means that no example was found in time, which need not mean that there is none.
 * @param random the same numbers each time, so that a seal that is run again decides alike
 * @param turn awaited between two attackers, for other work of the process
 */
export async function nothingCertain(
  ties: Ties,
  figures: NetworkFigures,
  random: () => number,
  turn: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const n = ties.members;
  const matrix = new Uint8Array(n * n);
  for (let tie = 0; tie < ties.from.length; tie += 1) {
    matrix[(ties.from[tie] ?? 0) * n + (ties.to[tie] ?? 0)] = 1;
  }
  for (const attackers of attackersOf(n, random)) {
    const walk = new WitnessNetwork(n, matrix, figures, attackers, random);
    if (!leavesAllOpen(walk, n, attackers)) return false;
    await turn();
  }
  return true;
}

/** Every student alone, then some pairs. */
function attackersOf(n: number, random: () => number): number[][] {
  const alone = Array.from({ length: n }, (_, at) => [at]);
  const pairs = Array.from({ length: PAIRS }, () => {
    const first = Math.floor(random() * n);
    const second = (first + 1 + Math.floor(random() * (n - 1))) % n;
    return [first, second];
  });
  return [...alone, ...pairs];
}

const YES = 1;
const NO = 2;
const BOTH = YES | NO;

/** Walks until every question about the others has been seen answered either way. */
function leavesAllOpen(walk: WitnessNetwork, n: number, attackers: readonly number[]): boolean {
  const named = new Uint8Array(n * n);
  const alone = new Uint8Array(n);
  const others = Array.from({ length: n }, (_, at) => at).filter((at) => !attackers.includes(at));
  // Whom the attackers name is named by somebody: that they know from themselves.
  const perhapsAlone = others.filter((at) => attackers.every((own) => !walk.has(own, at)));
  let open = others.length * (n - 1) + perhapsAlone.length;
  const see = (seen: Uint8Array, at: number, answer: boolean) => {
    const before = seen[at] ?? 0;
    const after = before | (answer ? YES : NO);
    seen[at] = after;
    if (before !== BOTH && after === BOTH) open -= 1;
  };
  for (let step = 0, next = 0; step < MOST_STEPS; step += 1) {
    if (walk.fits && step >= next) {
      next = step + STEPS_BETWEEN;
      for (const from of others) {
        for (let to = 0; to < n; to += 1) {
          if (from !== to) see(named, from * n + to, walk.has(from, to));
        }
      }
      for (const member of perhapsAlone) see(alone, member, walk.isAlone(member));
      if (open === 0) return true;
    }
    walk.step();
  }
  return false;
}
