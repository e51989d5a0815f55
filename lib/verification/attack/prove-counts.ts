import type { SeenCounts } from "@/lib/verification/attack/evidence";
import type { QuestionAttack } from "@/lib/verification/attack/question-attack";
import { type Finding, findingOf } from "@/lib/verification/finding";

/** Below this many respondents three possible counts are enough, four from there up. */
const SMALL = 15;

/**
 * Attack: work out the count of a shown group, or of what is left of it without some of its parts. At least
 * four counts must stay possible, and at the ends of the scale `tail` students: fewer, and two who pool their
 * answers could know everybody else's.
 */
export function proveCounts(question: QuestionAttack): Finding | null {
  for (const count of question.evidence.counts) {
    question.attack.done.targets += 1;
    const message = proven(count, question);
    if (message === null) continue;
    const { label, group } = count.subject;
    return findingOf(
      "joint-attack",
      `${label}, ${question.item}: ${message}`,
      group,
      question.item,
    );
  }
  return null;
}

function proven(count: SeenCounts, question: QuestionAttack): string | null {
  const { columns, subject } = count;
  const { tail } = question.attack.policy;
  const answer = question.answer(count.answer);
  const far = subject.size - tail;
  if (count.most < tail && !question.canReach({ columns, aim: "most", bound: tail }))
    return `fewer than ${tail} of ${subject.size} can have answered ${answer}: two who pool their answers could know all others'`;
  if (count.least > far && !question.canReach({ columns, aim: "least", bound: far }))
    return `all but fewer than ${tail} of ${subject.size} must have answered ${answer}: two who pool their answers could know all others'`;
  const needed = subject.size < SMALL ? 3 : 4;
  widen(count, needed, question);
  if (count.seen.size >= needed) return null;
  const counts = [...count.seen].sort((a, b) => a - b).join(" or ");
  return `only ${counts} of ${subject.size} can have answered ${answer}, fewer than ${needed} counts`;
}

/** Looks for further counts: above and below those seen, then between them. */
function widen(count: SeenCounts, needed: number, question: QuestionAttack): void {
  const { columns, seen } = count;
  let above = true;
  let below = true;
  while (seen.size < needed && (above || below)) {
    above &&= question.canReach({ columns, aim: "most", bound: count.most + 1 });
    if (seen.size < needed)
      below &&= question.canReach({ columns, aim: "least", bound: count.least - 1 });
  }
  const { least, most } = count;
  for (let sum = least + 1; sum < most && seen.size < needed; sum += 1) {
    if (seen.has(sum)) continue;
    question.canReach({ columns, aim: "most", bound: sum }, [{ plus: columns, lo: sum, hi: sum }]);
  }
}
