import type { ReactNode } from "react";

import { belongingByAbsence, type ClassPoint } from "@/lib/charts/belonging-absence";
import type { ScatterRegions } from "@/lib/charts/scatter-marks";

import { ChartFigure } from "./chart-figure";

/** Belonging of classes beside the change in their absence. A server component: bands do not leave the server as such. */
export function ClassScatterChart({
  points,
  regions,
  stamp,
}: {
  readonly points: readonly ClassPoint[];
  readonly regions: ScatterRegions;
  readonly stamp: string;
}) {
  return (
    <ChartFigure
      title="Belonging beside change in absence"
      parts={belongingByAbsence(points, regions)}
      height={440}
      stamp={stamp}
    >
      <ul className="mb-3 grid gap-1.5 text-sm text-ink-soft sm:grid-cols-2">
        <Entry mark={<span className="h-4 w-1 rounded-full bg-accent-strong" />}>
          a class: its belonging lies somewhere on the thick line
        </Entry>
        <Entry mark={<span className="h-4 w-8 rounded-sm border border-accent bg-accent-soft" />}>
          how far chance alone may move its absence; the thin line, its answers
        </Entry>
        <Entry mark={<span className="h-4 w-1.5 rounded-full bg-act" />}>a flag is open</Entry>
        <Entry mark={<span className="h-4 w-8 border border-watch-line bg-watch-soft" />}>
          only here can absence raise a flag
        </Entry>
        {regions.shareBelow === null ? (
          <li>Differences in belonging between classes are not told in this pulse.</li>
        ) : (
          <Entry mark={<span className="h-4 w-8 border border-belonging-1 bg-belonging-1/20" />}>
            only where a line reaches down to here can this pulse raise a flag
          </Entry>
        )}
        <li className="max-w-prose sm:col-span-2">
          Inside the shaded areas it depends on how many days and answers stand behind a class. Most
          classes in them have no flag.
        </li>
      </ul>
    </ChartFigure>
  );
}

function Entry({ mark, children }: { readonly mark: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <span
        aria-hidden
        data-meaningful-fill
        className="mt-0.5 grid w-8 shrink-0 place-items-center"
      >
        {mark}
      </span>
      <span>{children}</span>
    </li>
  );
}
