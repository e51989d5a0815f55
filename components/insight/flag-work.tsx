import { dayWords } from "@/components/insight/date-words";
import { ageWords, outcomeWords } from "@/components/insight/flag-words";
import type { FlagOutcome } from "@/lib/flags/outcome";
import type { Flag } from "@/lib/flags/life-cycle";
import { nextStep } from "@/lib/flags/next-step";
import { answerSentence } from "@/lib/flags/teacher-answer";
import type { WorkStage } from "@/lib/flags/work";

/** A flag with where the work on it stands. */
export interface FlagAtWork extends Pick<Flag, "tier" | "kind" | "snooze" | "answer"> {
  readonly outcome: FlagOutcome | null;
  readonly stage: WorkStage;
  readonly ageDays: number;
  readonly holder: { readonly name: string; readonly maySee: boolean } | null;
  readonly answererName: string | null;
  /** Whether a plan runs in its class. */
  readonly planRuns: boolean;
}

/** The next thing to do about it. */
export function stepWords(flag: FlagAtWork, timeZone: string): string {
  const { stage, holder, planRuns: plan } = flag;
  const dateWords = (instant: Date) => dayWords(instant, timeZone);
  return nextStep(flag, { stage, holder, dateWords, plan });
}

export function holderWords({ holder }: Pick<FlagAtWork, "holder">): string {
  if (holder === null) return "Nobody";
  return holder.maySee ? holder.name : `${holder.name}, who cannot see it any more`;
}

/** Age, who has it, what the teacher says, whether it rests and what comes next: the same on every page. */
export function FlagWork({
  flag,
  timeZone,
}: {
  readonly flag: FlagAtWork;
  readonly timeZone: string;
}) {
  const { answer, snooze, stage } = flag;
  const rows: [term: string, value: string][] = [
    ["Age", ageWords(flag.ageDays)],
    ["Who has it", holderWords(flag)],
    [
      "Teacher’s answer",
      answer === null
        ? "None yet"
        : `${answerSentence(answer)} (${flag.answererName ?? "a teacher"}, ${dayWords(answer.at, timeZone)})`,
    ],
    ...(snooze === null ? [] : [snoozeRow(snooze, stage, timeZone)]),
    stage === "closed"
      ? ["Outcome", outcomeWords(flag.outcome)]
      : ["Next step", stepWords(flag, timeZone)],
  ];
  return (
    <dl className="grid gap-x-4 gap-y-2 text-sm">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt className="text-ink-soft">{term}</dt>
          <dd className="min-w-0 font-medium break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function snoozeRow(
  { until, reason }: NonNullable<Flag["snooze"]>,
  stage: WorkStage,
  timeZone: string,
): [string, string] {
  const date = dayWords(until, timeZone);
  return stage === "snoozed"
    ? [`Snoozed until ${date}`, reason]
    : [`Back since ${date}`, `It was snoozed: ${reason}`];
}
