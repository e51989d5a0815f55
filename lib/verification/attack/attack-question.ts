import type { Block } from "@/lib/verification/attack/block";
import { proveAnswers } from "@/lib/verification/attack/prove-answers";
import { proveCoalitions } from "@/lib/verification/attack/prove-coalitions";
import { proveCounts } from "@/lib/verification/attack/prove-counts";
import { type Attack, QuestionAttack } from "@/lib/verification/attack/question-attack";
import { type KnownTotal, questionSystem } from "@/lib/verification/attack/question-system";
import { type Finding, findingOf } from "@/lib/verification/finding";

/** What an attack on one question of one block found; a contradiction is a finding. */
export type Outcome<Result> =
  | { readonly ok: true; readonly result: Result; readonly spare: boolean }
  | { readonly ok: false; readonly finding: Finding };

/**
 * Opens the attack on one question of one block, and closes it when `act` is done. `spare` says that the bands
 * fit only if more ballots got lost than the counts show.
 */
export function withQuestion<Result>(
  attack: Attack,
  block: Block,
  item: string,
  known: readonly KnownTotal[],
  act: (question: QuestionAttack) => Result,
): Outcome<Result> {
  // First an attacker who takes it that no more ballots got lost than the counts show. Where the bands of the
  // margins contradict that, one who knows the seats only: the truth is in that one's reach.
  const canSpare = block.links.some(({ spare }) => spare > 0);
  for (const spare of canSpare ? [false, true] : [false]) {
    const system = questionSystem(block, item, known, spare);
    const question = new QuestionAttack(attack, block, item, system);
    try {
      if (firstExamples(question)) return { ok: true, result: act(question), spare };
    } finally {
      question.dispose();
    }
  }
  // Bands that contradict each other prove whatever one likes, and that they are not of what was counted.
  const message = `${block.id}, ${item}: no answers of whole students fit all bands`;
  return { ok: false, finding: findingOf("joint-attack", message, block.id, item) };
}

/** As much and as little of each answer as possible: examples that settle most targets at once. */
function firstExamples(question: QuestionAttack): boolean {
  const regions = question.block.populations[0]?.flatMap((subject) => subject.regions) ?? [];
  const whole = { label: "", group: "", regions, size: 0 };
  return question.system.answers.every((_, answer) => {
    const columns = question.evidence.columnsOf(whole, answer);
    return (
      question.canReach({ columns, aim: "most", bound: 0 }) &&
      question.canReach({ columns, aim: "least", bound: Infinity })
    );
  });
}

/** Every target of one question: answers, counts, coalitions of two. */
export function attackTargets(question: QuestionAttack, random: () => number): Finding | null {
  return proveAnswers(question) ?? proveCounts(question) ?? proveCoalitions(question, random);
}

/** Least and most of each answer in some regions. Of two answers the first says it all. */
export function rangesOf(
  question: QuestionAttack,
  regions: readonly number[],
): readonly KnownTotal[] {
  const { answers } = question.system;
  return (answers.length === 2 ? [0] : [0, 1, 2]).map((answer) => {
    const columns = regions.map((region) => region * answers.length + answer);
    const [lo, hi] = [question.extreme(columns, "least"), question.extreme(columns, "most")];
    if (lo === null || hi === null) throw new Error("an open question has an answer");
    return { regions, answer, lo, hi };
  });
}
