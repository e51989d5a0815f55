import { Check } from "lucide-react";

import { DialogForm } from "@/components/forms/dialog-form";
import { planDayWords } from "@/components/insight/plan-words";
import { classNames } from "@/components/ui/class-names";
import { DateTimeField } from "@/components/ui/date-time-field";
import type { Plan, PlanStep } from "@/lib/plans/plan";

import { markStepAction } from "./actions";

/** The steps of a plan: what is done, on which day and by whom, and a button for what is to do. */
export function StepList({
  plan,
  today,
  mayMark,
}: {
  readonly plan: Pick<Plan, "id" | "startOn" | "steps">;
  readonly today: string;
  readonly mayMark: boolean;
}) {
  return (
    <ol className="grid gap-4">
      {plan.steps.map((step) => (
        <li key={step.position} className="flex items-start gap-3">
          <StepMark step={step} />
          <div className="grid min-w-0 gap-1.5">
            <p className="max-w-prose">{step.body}</p>
            {step.doneOn === null ? null : (
              <p className="text-sm text-ink-soft">
                Done on {planDayWords(step.doneOn)}
                {step.doneBy === null ? "" : `, ${step.doneBy}`}
              </p>
            )}
            {step.doneOn === null && mayMark ? (
              <div data-print="hide">
                <MarkStep plan={plan} step={step} today={today} />
              </div>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepMark({ step }: { readonly step: PlanStep }) {
  const done = step.doneOn !== null;
  return (
    <span
      aria-hidden
      className={classNames(
        "grid size-7 shrink-0 place-items-center rounded-full border text-xs font-semibold tabular",
        done ? "border-accent bg-accent-soft text-link" : "border-line-strong",
      )}
    >
      {done ? <Check className="size-4" /> : step.position + 1}
    </span>
  );
}

function MarkStep({
  plan,
  step,
  today,
}: {
  readonly plan: Pick<Plan, "id" | "startOn">;
  readonly step: PlanStep;
  readonly today: string;
}) {
  const number = String(step.position + 1);
  return (
    <DialogForm
      trigger={{
        size: "sm",
        children: "Mark as done",
        "aria-label": `Mark step ${number} as done`,
      }}
      title={`Step ${number} is done`}
      description="A step that is done stays done."
      action={markStepAction}
      submit="Mark as done"
      pending="Saving…"
    >
      <input type="hidden" name="planId" value={plan.id} />
      <input type="hidden" name="position" value={step.position} />
      <DateTimeField
        name="doneOn"
        type="date"
        label="Day"
        defaultValue={today}
        min={plan.startOn}
        max={today}
      />
    </DialogForm>
  );
}
