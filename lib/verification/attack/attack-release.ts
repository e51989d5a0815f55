import type { Highs } from "highs";
import {
  attackTargets,
  type Outcome,
  rangesOf,
  withQuestion,
} from "@/lib/verification/attack/attack-question";
import type { Block } from "@/lib/verification/attack/block";
import { divideUnits, TOGETHER } from "@/lib/verification/attack/divide-units";
import type { Attack, QuestionAttack } from "@/lib/verification/attack/question-attack";
import type { KnownTotal } from "@/lib/verification/attack/question-system";
import { seededPicks } from "@/lib/verification/attack/seeded-picks";
import { type UnitBlock, unitBlock } from "@/lib/verification/attack/unit-block";
import { upperBlock } from "@/lib/verification/attack/upper-block";
import type { Finding } from "@/lib/verification/finding";
import { Hierarchy } from "@/lib/verification/hierarchy";
import type { ReleaseFile } from "@/lib/verification/release-file";

export type AttackResult = {
  readonly finding: Finding | null;
  readonly targets: number;
  readonly programs: number;
  readonly notes: readonly string[];
};

type Plan = {
  readonly attack: Attack;
  readonly units: readonly UnitBlock[];
  readonly upper: Block | null;
  readonly picksOf: (part: string) => () => number;
  readonly notes: Set<string>;
};

/**
 * One attacker who knows every figure of the release at once, question by question
 * (reference/disclosure-control.md, "Compiler", 5). What is excluded is excluded by proof, what is possible is
 * shown by an example of whole students.
 *
 * Schools are attacked one by one. A group above them knows each school's total only, so that it touches a
 * school's students through the range of that total: the groups above are attacked with the range that each
 * school leaves, and each school with the range that they leave of it. `together` is how many groups without
 * demographics are attacked as one.
 */
export function attackRelease(
  release: ReleaseFile,
  highs: Highs,
  together = TOGETHER,
): AttackResult {
  const attack: Attack = { highs, policy: release.policy, done: { targets: 0, programs: 0 } };
  const hierarchy = new Hierarchy(release.groups);
  const division = divideUnits(hierarchy, together);
  const picksOf = (part: string) => seededPicks(`${release.hash} ${part}`);
  const units = division.units.flatMap((unit) => {
    const block = unitBlock(unit, hierarchy, picksOf(`parts of ${unit.id}`));
    return block === null ? [] : [block];
  });
  const upper = upperBlock(division.upper, units, hierarchy, picksOf("parts above"));
  const plan: Plan = { attack, units, upper, picksOf, notes: new Set() };
  let finding: Finding | null = null;
  for (const { id } of release.items) finding ??= attackItem(plan, id);
  return { finding, ...attack.done, notes: [...plan.notes] };
}

/** Every target of one question, in the groups above the units and in each unit. */
function attackItem(plan: Plan, item: string): Finding | null {
  const above = attackAbove(plan, item);
  if (above.finding !== null) return above.finding;
  for (const [at, unit] of plan.units.entries()) {
    const { regions } = unit.total;
    const known = (above.ranges[at] ?? []).map((range) => ({ ...range, regions }));
    const outcome = open(plan, unit, item, known, (question) =>
      attackTargets(question, plan.picksOf(`${item} ${unit.id}`)),
    );
    const finding = outcome.ok ? outcome.result : outcome.finding;
    if (finding !== null) return finding;
  }
  return null;
}

/** The groups above the units, and what they leave of each unit's total. */
function attackAbove(
  plan: Plan,
  item: string,
): { readonly finding: Finding | null; readonly ranges: readonly (readonly KnownTotal[])[] } {
  const { units, upper } = plan;
  if (upper === null) return { finding: null, ranges: [] };
  const known: KnownTotal[] = [];
  for (const [at, unit] of units.entries()) {
    const outcome = open(plan, unit, item, [], (question) =>
      rangesOf(question, unit.total.regions),
    );
    if (!outcome.ok) return { finding: outcome.finding, ranges: [] };
    known.push(...outcome.result.map((range) => ({ ...range, regions: [at] })));
  }
  const outcome = open(plan, upper, item, known, (question) => ({
    finding: attackTargets(question, plan.picksOf(`${item} above`)),
    ranges: units.map((_, at) => rangesOf(question, [at])),
  }));
  return outcome.ok ? outcome.result : { finding: outcome.finding, ranges: [] };
}

function open<Result>(
  { attack, notes }: Plan,
  block: Block,
  item: string,
  known: readonly KnownTotal[],
  act: (question: QuestionAttack) => Result,
): Outcome<Result> {
  const outcome = withQuestion(attack, block, item, known, act);
  if (outcome.ok && outcome.spare)
    notes.add(`${block.id}: its figures fit only if more ballots got lost than the counts show.`);
  return outcome;
}
