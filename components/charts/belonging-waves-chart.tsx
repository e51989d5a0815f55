import { belongingByWave } from "@/lib/charts/belonging-by-wave";
import type { NotComparable } from "@/lib/insight/change";
import type { ClassBelonging } from "@/lib/insight/class-belonging";

import { ChartFigure } from "./chart-figure";

/** Belonging of one group over its waves, oldest first. A server component, as the other charts. */
export function BelongingWavesChart({
  waves,
}: {
  readonly waves: readonly {
    readonly label: string;
    readonly belonging: ClassBelonging | NotComparable;
  }[];
}) {
  return <ChartFigure title="Belonging by pulse" parts={belongingByWave(waves)} height={320} />;
}
