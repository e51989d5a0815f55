import { Check } from "lucide-react";

import { classNames } from "./class-names";

export interface Step {
  readonly id: string;
  readonly label: string;
}

/** Where one is in a task of a few pages. Done, current and to come differ in mark and in words. */
export function Steps({
  label,
  steps,
  currentId,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly currentId: string;
}) {
  const current = steps.findIndex((step) => step.id === currentId);
  return (
    <ol aria-label={label} className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
      {steps.map((step, index) => {
        const done = index < current;
        const here = index === current;
        return (
          <li
            key={step.id}
            aria-current={here ? "step" : undefined}
            className={classNames(
              "flex items-center gap-2.5 text-sm",
              here ? "font-semibold" : "text-ink-soft",
            )}
          >
            <span
              aria-hidden
              className={classNames(
                "grid size-7 place-items-center rounded-full border text-xs font-semibold tabular",
                done && "border-accent bg-accent-soft text-link",
                here && "border-accent bg-accent text-on-accent",
                !done && !here && "border-line-strong",
              )}
            >
              {done ? <Check className="size-4" /> : index + 1}
            </span>
            <span>
              {step.label}
              {done ? <span className="sr-only"> (done)</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
