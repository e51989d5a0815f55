import { isAny } from "@/lib/verification/attack/evidence";
import type { QuestionAttack } from "@/lib/verification/attack/question-attack";
import { type Finding, findingOf } from "@/lib/verification/finding";

/**
 * Attack: prove an answer of every member of a set that shown groups single out. For each answer there must be
 * an example in which somebody in the set gave it: then nobody is proven not to have, and everybody is not
 * proven to have given another.
 */
export function proveAnswers(question: QuestionAttack): Finding | null {
  const { block, evidence, item, attack, system } = question;
  for (const subject of block.subjects) {
    const possible = system.answers.map((_, answer) => {
      attack.done.targets += 1;
      if (isAny(evidence.holders(subject, answer, 1))) return true;
      const columns = evidence.columnsOf(subject, answer);
      return question.canReach({ columns, aim: "most", bound: 1 });
    });
    const proven = whatIsProven(system.answers, possible);
    if (proven !== null)
      return findingOf(
        "joint-attack",
        `${subject.label}, ${item}: it is proven that ${proven}`,
        subject.group,
        item,
      );
  }
  return null;
}

/** `nobody answered neutral`, `everybody answered favourable`; null if every answer is possible. */
export function whatIsProven(
  answers: readonly string[],
  possible: readonly boolean[],
): string | null {
  const impossible = answers.filter((_, answer) => possible[answer] !== true);
  const [only] = answers.filter((_, answer) => possible[answer] === true);
  if (impossible.length === 0) return null;
  if (impossible.length === answers.length - 1 && only !== undefined)
    return only === "not favourable" ? "nobody answered favourable" : `everybody answered ${only}`;
  return `nobody answered ${impossible.join(" or ")}`;
}
