import type { Flag } from "@/lib/flags/life-cycle";
import type { AnswerKind } from "@/lib/flags/teacher-answer";
import type { WorkStage } from "@/lib/flags/work";

/** What else decides the next step, beside the flag itself. */
export interface StepContext {
  readonly stage: WorkStage;
  /** The date a snooze ends, as the reader's page writes dates. */
  readonly dateWords: (instant: Date) => string;
  /** Who has the flag; null when nobody has. `maySee`: whether they still may see the class. */
  readonly holder: { readonly name: string; readonly maySee: boolean } | null;
  /** Whether a plan is running in the class. */
  readonly plan: boolean;
}

/** What is to be checked before anything else, after what the teacher said. */
const AFTER_ANSWER: Readonly<Partial<Record<AnswerKind, string>>> = {
  "seating-plan": "Ask in two weeks whether the new seating plan has settled, then close it.",
  illness: "Look whether absence falls again when the illness is over, then close it.",
  trip: "Look whether the weeks after the event are as usual, then close it.",
  "new-faces": "Plan contact for those who are new, and look at the next pulse.",
  trouble: "Agree with the teacher on one thing to try this week.",
  "at-work":
    "Ask the teacher what is being done, and start it as a plan so that it can be followed.",
  data: "Check the attendance that was imported. If it is wrong, correct it and close the flag.",
};

const TALK: Readonly<Record<Flag["kind"], string>> = {
  "low-belonging": "Talk with the teacher about how the class gets on",
  "rising-absence": "Talk with the teacher about who stays away and since when",
  both: "Talk with the teacher about absence and how the class gets on",
};

/** The next thing to do about a flag, in one sentence: a function of its state, tier, kind, answer and plan. */
export function nextStep(
  flag: Pick<Flag, "tier" | "kind" | "snooze" | "answer">,
  { stage, dateWords, holder, plan }: StepContext,
): string {
  if (stage === "closed") return "Nothing: it is closed.";
  if (stage === "snoozed" && flag.snooze !== null) {
    return `Nothing until ${dateWords(flag.snooze.until)}, when it comes back by itself.`;
  }
  if (holder !== null && !holder.maySee) {
    return `Give it to somebody else: ${holder.name} cannot see this class any more.`;
  }
  if (plan) return "Follow the plan that is running, and compare after the next pulse.";
  if (stage === "acting") {
    return "Write down what is done, and close the flag when you see what came of it.";
  }
  const afterAnswer = flag.answer === null ? undefined : AFTER_ANSWER[flag.answer.kind];
  if (afterAnswer !== undefined) return afterAnswer;
  const soon = flag.tier === "act" ? "this week" : "within two weeks";
  if (holder === null) return `Somebody takes it ${soon}.`;
  if (flag.answer === null)
    return `${TALK[flag.kind]} ${soon}: there is no answer to the flag yet.`;
  return `${TALK[flag.kind]} ${soon}.`;
}
