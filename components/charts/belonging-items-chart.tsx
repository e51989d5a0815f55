import { belongingByItem } from "@/lib/charts/belonging-by-item";
import type { ReleasedBand } from "@/lib/disclosure/band";
import type { Withheld } from "@/lib/disclosure/withheld";

import { ChartFigure } from "./chart-figure";

/** Each question of a pulse as a band. A server component: released bands do not leave the server as such. */
export function BelongingItemsChart({
  items,
  stamp,
}: {
  readonly items: readonly { readonly label: string; readonly cell: ReleasedBand | Withheld }[];
  readonly stamp?: string | undefined;
}) {
  return (
    <ChartFigure
      title="Favourable answers by question"
      parts={belongingByItem(items)}
      height={80 + items.length * 56}
      stamp={stamp}
    />
  );
}
