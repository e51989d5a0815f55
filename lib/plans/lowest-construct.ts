import { changeSince } from "@/lib/insight/change";
import type { GroupBelonging } from "@/lib/insight/class-belonging";
import type { Construct } from "@/lib/instruments/instrument";

export interface ConstructFigure {
  readonly construct: Construct;
  readonly belonging: GroupBelonging;
}

/**
 * The construct with the lowest figure, as a place to begin; null without any. `couldBeChance`: the next one is no
 * further away than chance could bring. That takes the two for answers of different students; they are the same ones,
 * and so it calls chance too often rather than too seldom.
 */
export function lowestConstruct(
  figures: readonly ConstructFigure[],
): { readonly construct: Construct; readonly couldBeChance: boolean } | null {
  const [lowest, next] = [...figures].sort((a, b) => a.belonging.midpoint - b.belonging.midpoint);
  if (lowest === undefined) return null;
  const { construct } = lowest;
  if (next === undefined) return { construct, couldBeChance: false };
  // How many questions a figure has does not matter here: both were asked of the same class at the same time.
  const away = changeSince(
    { ...next.belonging, itemCount: lowest.belonging.itemCount },
    lowest.belonging,
    { comparable: true, changed: 0 },
  );
  return { construct, couldBeChance: !away.ok || away.verdict === "about-the-same" };
}
