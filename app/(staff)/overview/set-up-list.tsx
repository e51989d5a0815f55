import { Check } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import type { SetUpStep } from "@/lib/services/set-up/read-set-up";
import { STEP_WORDS } from "./set-up-words";

/** The steps to the first pulse: what is done, what comes next, and what can wait. */
export function SetUpList({ steps }: { readonly steps: readonly SetUpStep[] }) {
  const needed = steps.filter(({ optional }) => !optional);
  const done = needed.filter((step) => step.done).length;
  const next = needed.find((step) => !step.done)?.id;
  return (
    <Card
      title="From here to the first pulse"
      description="Each step is ticked off by what is there, not by you."
    >
      <div className="mb-2 max-w-sm">
        <Progress
          label="Steps that are needed"
          value={done}
          max={needed.length}
          valueText={`${String(done)} of ${String(needed.length)} done`}
        />
      </div>
      <ol className="divide-y divide-line">
        {steps.map((step, at) => (
          <StepRow key={step.id} step={step} number={at + 1} isNext={step.id === next} />
        ))}
      </ol>
    </Card>
  );
}

function StepRow({
  step,
  number,
  isNext,
}: {
  readonly step: SetUpStep;
  readonly number: number;
  readonly isNext: boolean;
}) {
  const { title, why, action, href, samples = [] } = STEP_WORDS[step.id];
  return (
    <li aria-current={isNext ? "step" : undefined} className="flex flex-wrap gap-x-4 gap-y-3 py-4">
      <span
        aria-hidden
        className={classNames(
          "grid size-8 shrink-0 place-items-center rounded-full border text-sm font-semibold tabular",
          step.done && "border-accent bg-accent-soft text-link",
          !step.done && isNext && "border-accent bg-accent text-on-accent",
          !step.done && !isNext && "border-line-strong",
        )}
      >
        {step.done ? <Check className="size-4" /> : number}
      </span>
      <div className="grid min-w-0 flex-1 basis-60 gap-1">
        <h3 className="flex flex-wrap items-center gap-2 font-semibold">
          {title}
          <StepState step={step} isNext={isNext} />
        </h3>
        <p className="max-w-prose text-ink-soft">{why}</p>
        {samples.length > 0 && !step.done ? (
          <p className="text-sm text-ink-soft">
            To try it with invented students:{" "}
            {samples.map((name, at) => (
              <span key={name}>
                {at > 0 ? ", " : ""}
                <a href={`/api/imports/samples/${name}`} download className="prose-link">
                  sample {name}
                </a>
              </span>
            ))}
          </p>
        ) : null}
      </div>
      <div className="self-center">
        <LinkButton href={href} variant={isNext ? "primary" : "secondary"} size="sm">
          {action}
        </LinkButton>
      </div>
    </li>
  );
}

function StepState({ step, isNext }: { readonly step: SetUpStep; readonly isNext: boolean }) {
  if (step.done) return <Badge tone="good">Done</Badge>;
  if (isNext) return <Badge tone="info">Next</Badge>;
  return <Badge>{step.optional ? "Optional" : "To do"}</Badge>;
}
