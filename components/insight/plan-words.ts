import type { BeforeAfter, ShownPulse } from "@/lib/plans/before-after";
import { changeWords } from "@/lib/plans/before-after-words";
import { isDue, type Plan, type PlanState } from "@/lib/plans/plan";

const STATE_WORDS: Readonly<Record<PlanState, string>> = {
  running: "Running",
  finished: "Finished",
  stopped: "Stopped",
};

/** Where a plan stands; one that is due says what is due. */
export function planStateWords(
  plan: Pick<Plan, "state" | "lookAgainOn" | "startOn">,
  today: string,
): string {
  if (isDue(plan, today)) return "Time to look again";
  if (plan.state === "running" && plan.startOn > today) return "Not begun";
  return STATE_WORDS[plan.state];
}

/** "2 of 5". */
export function stepsDoneWords({ steps }: Pick<Plan, "steps">): string {
  const done = steps.filter(({ doneOn }) => doneOn !== null).length;
  return `${String(done)} of ${String(steps.length)}`;
}

/** "Nov 12, 2026" of a day that has no time and no zone. Takes YYYY-MM-DD. */
export function planDayWords(day: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "15 to 30 minutes a week". */
export function minutesWords({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to
    ? `${String(to)} minutes a week`
    : `${String(from)} to ${String(to)} minutes a week`;
}

/** What followed, in one cell of a list: the first pulse after the start. */
export function followedWords(
  compared: BeforeAfter<ShownPulse>,
  plan: Pick<Plan, "startOn">,
  today: string,
): string {
  if (plan.startOn > today) return "Not begun yet.";
  if (compared.kind === "nothing-before") return "There is no result from before it began.";
  if (compared.kind === "nothing-after")
    return "No result yet of a pulse that opened two weeks or more after it began.";
  const [first, ...later] = compared.after;
  const words =
    first === undefined || first.change === null
      ? "The first pulse after it shows no figure."
      : changeWords(first.change);
  if (later.length === 0) return words;
  return `${words} ${later.length === 1 ? "One later pulse is" : `${String(later.length)} later pulses are`} on its page.`;
}
