import type { Subject } from "@/lib/verification/attack/block";
import { inAll, isAny, isAnyInBoth } from "@/lib/verification/attack/evidence";
import { whatIsProven } from "@/lib/verification/attack/prove-answers";
import type { QuestionAttack } from "@/lib/verification/attack/question-attack";
import { pickWeighted } from "@/lib/verification/attack/seeded-picks";
import type { Row } from "@/lib/verification/attack/whole-number-program";
import { type Finding, findingOf } from "@/lib/verification/finding";

/** Pairs drawn of each population, for each question of each unit, where all would be more than `ALL_UP_TO`. */
const PAIRS = 200;

/** A school of 24 classes has 300 pairs of places in which two students can be. */
const ALL_UP_TO = 400;

/** One of two students who pool their answers: where they are counted, and what they answered. */
type Member = { readonly subject: Subject; readonly answer: number };

/**
 * Attack: two students tell each other their answers and subtract themselves. Whatever the two answered, if
 * they can have, somebody else in every set must be able to have given each answer.
 *
 * Both are drawn from one population (the hierarchy's regions or one demographic's categories), because the
 * file does not say which students are in a class and in a category, too. Of a set in another population
 * nobody is subtracted: an attacker who knows that could prove more.
 */
export function proveCoalitions(question: QuestionAttack, random: () => number): Finding | null {
  for (const population of question.block.populations) {
    for (const pair of pairsOf(population, random)) {
      for (const coalition of answersOf(pair, question.system.answers.length)) {
        const finding = isPossible(coalition, question) ? proveOthers(coalition, question) : null;
        if (finding !== null) return finding;
      }
    }
  }
  return null;
}

type Pair = readonly [Subject, Subject];

/** Where two students can be: all pairs of a small population, else some drawn, each student as likely. */
function pairsOf(population: readonly Subject[], random: () => number): readonly Pair[] {
  const sets = population.filter(({ size }) => size > 0);
  const all = sets.flatMap((one, at) =>
    sets.slice(one.size > 1 ? at : at + 1).map((other): Pair => [one, other]),
  );
  if (all.length <= ALL_UP_TO) return all;
  const drawn = new Map<string, Pair>();
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const [one, other] = drawTwo(sets, random);
    // The same places know the same: drawn again, they need no second attack.
    drawn.set(`${one.label} ${other.label}`, [one, other]);
  }
  return [...drawn.values()];
}

function drawTwo(sets: readonly Subject[], random: () => number): Pair {
  const sizes = sets.map(({ size }) => size);
  const first = pickWeighted(sizes, random);
  const left = sizes.map((size, at) => (at === first ? size - 1 : size));
  const [one, other] = [sets[first], sets[pickWeighted(left, random)]];
  if (one === undefined || other === undefined) throw new Error("two of many could be drawn");
  return [one, other];
}

function answersOf([one, other]: Pair, answers: number): Member[][] {
  const each = Array.from({ length: answers }, (_, answer) => answer);
  return each.flatMap((first) =>
    each
      // Who of two in one set answered which makes no difference.
      .filter((second) => one !== other || second >= first)
      .map((second) => [
        { subject: one, answer: first },
        { subject: other, answer: second },
      ]),
  );
}

/** How many of the coalition are in a set and gave an answer. */
function own(coalition: readonly Member[], subject: Subject, answer: number): number {
  return coalition.filter((member) => member.subject === subject && member.answer === answer)
    .length;
}

function conditionsOf(coalition: readonly Member[], question: QuestionAttack): readonly Row[] {
  return coalition.map(({ subject, answer }) => ({
    plus: question.evidence.columnsOf(subject, answer),
    lo: own(coalition, subject, answer),
    hi: Infinity,
  }));
}

/** Examples in which the coalition answered so. */
function examplesOf(coalition: readonly Member[], question: QuestionAttack): readonly number[] {
  return inAll(
    coalition.map(({ subject, answer }) =>
      question.evidence.holders(subject, answer, own(coalition, subject, answer)),
    ),
  );
}

function isPossible(coalition: readonly Member[], question: QuestionAttack): boolean {
  if (isAny(examplesOf(coalition, question))) return true;
  const conditions = conditionsOf(coalition, question);
  const [first] = conditions;
  if (first === undefined) return true;
  return question.canReach({ columns: first.plus, aim: "most", bound: first.lo }, conditions);
}

function proveOthers(coalition: readonly Member[], question: QuestionAttack): Finding | null {
  const { block, evidence, item, attack, system } = question;
  let examples = examplesOf(coalition, question);
  for (const subject of block.subjects) {
    const inside = coalition.filter((member) => member.subject === subject).length;
    if (subject.size <= inside) continue;
    const possible = system.answers.map((_, answer) => {
      attack.done.targets += 1;
      const bound = own(coalition, subject, answer) + 1;
      if (isAnyInBoth(examples, evidence.holders(subject, answer, bound))) return true;
      const columns = evidence.columnsOf(subject, answer);
      const found = question.canReach(
        { columns, aim: "most", bound },
        conditionsOf(coalition, question),
      );
      examples = examplesOf(coalition, question);
      return found;
    });
    const proven = whatIsProven(system.answers, possible);
    if (proven === null) continue;
    const known = coalition
      .map(
        (member) => `one of ${member.subject.label} who answered ${question.answer(member.answer)}`,
      )
      .join(" and ");
    const who = inside === 0 ? subject.label : `${subject.label} but for themselves`;
    return findingOf(
      "joint-attack",
      `${who}, ${item}: two students who pool their answers (${known}) would know that ${proven}`,
      subject.group,
      item,
    );
  }
  return null;
}
