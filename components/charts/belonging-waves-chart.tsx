import { belongingByWave } from "@/lib/charts/belonging-by-wave";
import type { NotComparable } from "@/lib/insight/change";
import type { ClassBelonging } from "@/lib/insight/class-belonging";

import { ChartFigure } from "./chart-figure";

/** Belonging of one group over its waves, oldest first. A server component, as the other charts. */
export function BelongingWavesChart({
  waves,
  title = "Belonging by pulse",
  stamp,
}: {
  readonly waves: readonly {
    readonly label: string;
    readonly belonging: ClassBelonging | NotComparable;
  }[];
  readonly title?: string;
  /** Of the newest of them. */
  readonly stamp?: string | undefined;
}) {
  return <ChartFigure title={title} parts={belongingByWave(waves)} height={320} stamp={stamp} />;
}
