import type { HeatStep } from "@/lib/charts/heat-map";

import { classNames } from "@/components/ui/class-names";

/** Clay to blue: apart for every kind of colour vision, and every cell has its figures in it too. */
export const HEAT_FILLS: Readonly<Record<HeatStep, string>> = {
  1: "bg-belonging-1",
  2: "bg-belonging-2",
  3: "bg-belonging-3",
  4: "bg-belonging-4",
  5: "bg-belonging-5",
};

const STEPS: readonly HeatStep[] = [1, 2, 3, 4, 5];

/** What the colours and the halves of a heat map say. */
export function HeatLegend() {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm text-ink-soft">
      <span className="flex items-center gap-2">
        few favourable
        <span aria-hidden data-meaningful-fill className="flex overflow-hidden rounded-sm">
          {STEPS.map((step) => (
            <span key={step} className={classNames("h-4 w-7", HEAT_FILLS[step])} />
          ))}
        </span>
        many
      </span>
      <span className="flex items-center gap-2">
        <span aria-hidden data-meaningful-fill className="flex h-4 w-10 overflow-hidden rounded-sm">
          <span className="grow bg-belonging-2" />
          <span className="grow bg-belonging-4" />
        </span>
        left half: at least; right half: at most
      </span>
      <span className="flex items-center gap-2">
        <span
          aria-hidden
          data-meaningful-fill
          className="hatched h-4 w-10 rounded-sm border border-line"
        />
        withheld
      </span>
    </div>
  );
}
